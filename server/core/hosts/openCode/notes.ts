/** What OpenCode and Kilo do in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed, ofKilo } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });
const kiloNote = (says: string): RuleNote => ({ says, evidence: ofKilo(observed) });

const lost = (name: string): string =>
  `When YAML fails, ${name} tries one repair: it quotes values that contain a colon. When that changes nothing, the whole file becomes the prompt, and no field counts: the agent gets every tool. When it changes something and YAML still fails, the file does not load. Neither shows a message.`;

/** By rule id. */
export const openCodeNotes: Readonly<Record<string, RuleNote>> = {
  'yaml-syntax': note(lost('OpenCode')),
  'field-value': note(
    'OpenCode refuses to start in the project when one file of agents or commands has a wrong value, even one in the folder of the user. It skips files in a folder of modes without a message.',
  ),
  'field-unknown': note(
    'OpenCode sends every field that it does not know to the model provider as a request parameter.',
  ),
  'field-foreign': note('OpenCode sends fields of other products to the model provider as request parameters.'),
  'frontmatter-missing': note(
    'OpenCode loads every Markdown file in the folder as an agent with every tool, including a README.',
  ),
  'permission-key': note(
    'OpenCode compares keys with exact names. In `permission`, only `edit` decides about the tools that change files; `write: deny` and `Bash: deny` have no effect and no message.',
  ),
  'permission-order': note('In OpenCode, the last key that matches a tool counts, and in a map the last pattern.'),
};

/** By rule id. */
export const kiloNotes: Readonly<Record<string, RuleNote>> = {
  'yaml-syntax': kiloNote(lost('Kilo Code')),
  'field-value': kiloNote('Kilo Code skips a file with a wrong value, and writes a message into its log.'),
  'field-unknown': kiloNote(
    'Kilo Code sends every field that it does not know to the model provider as a request parameter.',
  ),
  'frontmatter-missing': kiloNote(
    'Kilo Code loads every Markdown file in the folder as an agent with every tool, including a README.',
  ),
  'body-reference': kiloNote(
    'Kilo Code replaces `{env:NAME}` and `{file:path}` in the text. It does not load a file of a project that contains `{env:NAME}`, also in code; `$` before the brace protects it.',
  ),
  'permission-key': kiloNote(
    'Kilo Code compares keys with exact names. In `permission`, only `edit` decides about the tools that change files.',
  ),
};
