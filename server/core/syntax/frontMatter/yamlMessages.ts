/** The errors of the YAML parser in words that an author of agent files can act on. */
import type { ErrorCode } from 'yaml';

const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a colon followed by a space starts a mapping inside this value',
  MULTILINE_IMPLICIT_KEY: 'this line is neither a field nor an indented part of the value above it',
  MISSING_CHAR: 'a quote or bracket that was opened is never closed',
  BAD_SCALAR_START: 'an unquoted value cannot start with this character',
  TAB_AS_INDENT: 'YAML does not allow tabs in indentation',
  BAD_INDENT: 'the indentation does not match',
  UNEXPECTED_TOKEN: 'there is text after the end of the value',
  BAD_DQ_ESCAPE: 'this escape does not exist in double quotes',
  BLOCK_IN_FLOW: 'a block cannot be inside brackets or braces',
  MULTIPLE_ANCHORS: 'a value can have one anchor',
  BAD_DIRECTIVE: 'a line that starts with % is a YAML directive',
};

/** A sentence without a full stop; the parser's own message where it says more than its code. */
export const yamlMessage = (code: ErrorCode, message: string): string => messages[code] ?? message;
