/** What Factory droid does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed, readInProgram } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });
const read = (says: string): RuleNote => ({ says, evidence: readInProgram });

const lost =
  'The droid is listed under the name of the file, without a description, and its list of tools and its model do not count.';

/** By rule id. */
export const droidNotes: Readonly<Record<string, RuleNote>> = {
  'description-missing': note('Factory droid lists a droid without a description under its name only.'),
  'field-foreign': note('Factory droid silently ignores fields of other products.'),
  'field-unknown': note('Factory droid silently ignores unknown fields.'),
  'field-value': note(
    `One value of the wrong type, or one field without a value, and Factory droid reads none of the fields. ${lost}`,
  ),
  'frontmatter-missing': note('Factory droid lists every Markdown file in the folder as a droid, including a README.'),
  'frontmatter-opening': note(
    `Factory droid requires three dashes and a line end at the first character of the file. After a byte order mark or with a space after the dashes it reads no field. ${lost}`,
  ),
  'frontmatter-unclosed': note(`Factory droid reads no field of a file whose frontmatter has no end. ${lost}`),
  'key-duplicate': note('Factory droid then reads the frontmatter line by line, and the last value of a key counts.'),
  'tool-case': read('Factory droid ignores the name of a tool in the wrong case.'),
  'tool-foreign': read('Factory droid ignores names of tools of other products.'),
  'tool-never': read('Factory droid removes `AskUser` from the tools of every droid.'),
  'tool-renamed': read('Factory droid reads `MultiEdit` as `Edit`.'),
  'tool-server': read(
    'Factory droid spells tools of MCP servers `server___tool`, and ignores every other spelling. No name means all tools of a server.',
  ),
  'tool-unknown': read(
    'Factory droid ignores unknown tool names, and `all` is one of them. Omit the field to allow every tool.',
  ),
  'tools-empty': read('With an empty list, a droid gets only `TodoWrite` and `Skill`.'),
  'yaml-colon': note(
    'Where the frontmatter is not valid YAML, Factory droid reads it line by line: what is before the first colon of a line is a key, wherever the line is.',
  ),
  'yaml-syntax': note(
    'Where the frontmatter is not valid YAML, Factory droid reads it line by line: texts over several lines are cut, and lists on one line need quotes around each name.',
  ),
  'yaml-version': note('Factory droid reads `2026-01-01` as a date. As a name or a description it loses all fields.'),
};
