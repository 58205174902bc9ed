/** The YAML parser's complaints in words that an author of agent files can act on. */
import type { ErrorCode } from 'yaml';

const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a colon with a blank behind it begins a map inside this value',
  MULTILINE_IMPLICIT_KEY: 'this line is neither a field nor an indented part of the value above it',
  MISSING_CHAR: 'a quote or bracket that was opened is never closed',
  BAD_SCALAR_START: 'a value cannot begin with this character unless it is quoted',
  TAB_AS_INDENT: 'YAML allows no tabs in indentation',
  BAD_INDENT: 'the indentation does not fit',
  UNEXPECTED_TOKEN: 'text follows where the value has ended already',
  BAD_DQ_ESCAPE: 'this escape does not exist in double quotes',
  BLOCK_IN_FLOW: 'a block cannot stand inside brackets or braces',
  MULTIPLE_ANCHORS: 'a value can have one anchor',
  BAD_DIRECTIVE: 'a line that begins with % is a directive to YAML',
};

/** A sentence without a full stop; the parser's own where it says more than its code does. */
export const yamlMessage = (code: ErrorCode, message: string): string => messages[code] ?? message;
