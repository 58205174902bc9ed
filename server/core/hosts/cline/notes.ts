/** What Cline does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed, readInProgram } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

const log =
  'Its log then says "Missing closing YAML frontmatter delimiter", because it looks for closing dashes up to which everything is right.';

/** By rule id. */
export const clineNotes: Readonly<Record<string, RuleNote>> = {
  'body-empty': note('Cline does not load an agent without a prompt.'),
  'description-missing': note(`Cline does not load a file without a description. ${log}`),
  'field-foreign': note('Cline silently ignores fields of other products.'),
  'field-misnamed': note('Cline silently ignores a misspelled field.'),
  'field-stray': note('Cline reads the prompt only from the text below the frontmatter.'),
  'field-unknown': note('Cline silently ignores unknown fields.'),
  'field-value': note(
    `Cline does not load a file with a wrong value, and a field without a value is as bad as a wrong one. ${log}`,
  ),
  'frontmatter-missing': note(
    'Cline reads `.yaml` and `.yml` files that are frontmatter with a prompt below it, and does not load plain YAML. Its log says "Missing YAML frontmatter block".',
  ),
  'frontmatter-opening': note(
    'Cline requires three dashes at the first character of the file. White space may follow them, and one byte order mark may precede them.',
  ),
  'frontmatter-unclosed': note('Cline does not load a file whose frontmatter has no end.'),
  'key-duplicate': note(`Cline does not load a file in which a key is written twice. ${log}`),
  'name-missing': note(`Cline does not load a file without a name. ${log}`),
  'tool-case': note('Cline compares tool names without case.'),
  'tool-foreign': note(
    'Cline silently ignores tool names of other products, except for `Bash`, which it reads as `run_commands`.',
  ),
  'tool-mcp-shape': {
    says: 'Agents of Cline get no tools of MCP servers, so every name of one is ignored.',
    evidence: readInProgram,
  },
  'tool-renamed': { says: 'Cline still accepts the old names of its tools.', evidence: readInProgram },
  'tool-unknown': note('Cline silently ignores unknown tool names.'),
  'tools-empty': note('With an empty list, a Cline agent has no tools.'),
  'tools-unresolved': note('Without any known name in the list, a Cline agent has no tools.'),
  'yaml-colon': note(`Cline repairs nothing and does not load the file. ${log}`),
  'yaml-syntax': note(`Cline repairs nothing and does not load a file whose frontmatter is not valid YAML. ${log}`),
};
