/** What Codex does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

/** By rule id. */
export const codexNotes: Readonly<Record<string, RuleNote>> = {
  'description-missing': note('Codex ignores a file whose description is missing or empty, and shows a message.'),
  'field-foreign': note('Codex ignores a file with a field of another product and shows a message.'),
  'field-misnamed': note('Codex ignores a file with a misspelled field and shows a message.'),
  'field-unknown': note(
    'Codex ignores a file with a key that is neither a field of an agent nor a key of config.toml, and shows a message.',
  ),
  'field-value': note(
    'Codex ignores a file in which a value has the wrong type or is not one of the known words. The values of `model` and `model_reasoning_effort` are not checked.',
  ),
  'instructions-cut': note(
    'Codex joins the `AGENTS.md` of each folder from the root of the repository to that of the session, and reads 32,768 bytes of them (`project_doc_max_bytes`). It shows a message.',
  ),
  'key-duplicate': note('Codex ignores a file in which a key is written twice.'),
  'model-foreign': note(
    'Codex does not check the model. It sends `inherit` or `sonnet` as written, and the service refuses it when the agent starts.',
  ),
  'name-missing': note('Codex ignores a file without a name. The file name does not matter.'),
};
