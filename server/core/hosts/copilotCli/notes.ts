/** What Copilot CLI does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

/** By rule id. */
export const copilotCliNotes: Readonly<Record<string, RuleNote>> = {
  'description-missing': note(
    'Copilot CLI requires a description, also in files that VS Code loads without one. An empty text is enough.',
  ),
  'field-foreign': note(
    'Copilot CLI ignores fields of other programs and writes a warning to its log. `target: vscode` does not hide an agent from it.',
  ),
  'field-misnamed': note('Copilot CLI ignores the field and writes a warning to its log.'),
  'field-unknown': note('Copilot CLI ignores the field and writes a warning to its log.'),
  'field-value': note(
    'Copilot CLI does not load a file with a wrong value in a field that it knows. `true` and `false` must not be in quotes, `skills` must be a list, a local MCP server needs `command`, `args` and `tools`, and a field without a value is as bad as a wrong one.',
  ),
  'file-large': note('Copilot CLI skips a file of more than 1 MiB and writes an error to its log.'),
  'frontmatter-missing': note(
    'Copilot CLI does not load the file. It says so only in its log, so a README in the folder does no harm.',
  ),
  'frontmatter-opening': note(
    'Copilot CLI accepts one byte order mark, and white space after the dashes. With an empty line before them or a word after them, the file does not load.',
  ),
  'frontmatter-unclosed': note('Copilot CLI does not load a file whose frontmatter has no end.'),
  'key-duplicate': note('Copilot CLI does not load a file in which a key is written twice, also inside a mapping.'),
  'model-foreign': note(
    'Copilot CLI does not check the model. It sends `sonnet` as written, and the service refuses a model that it does not have.',
  ),
  'name-built-in': note(
    'Copilot CLI never replaces its own agents `explore`, `task`, `general-purpose`, `code-review`, `research`, `security-review` and `rubber-duck`. The comparison is exact: `Explore` is another name. Without a name, that of the file counts.',
  ),
  'tool-foreign': note(
    'Copilot CLI knows many tool names of Claude Code and VS Code, in upper or lower case, and silently ignores the others.',
  ),
  'tool-mcp-shape': note('Copilot CLI accepts `server/tool`, `server/*` and `server-tool`, in upper or lower case.'),
  'tool-pattern': note(
    'Copilot CLI reads `shell(git *)` as one unknown name, so the agent does not get the shell at all.',
  ),
  'tool-separator': note(
    'Copilot CLI separates names in a string at commas only. In a list, each item is one name, commas included.',
  ),
  'tool-server': note(
    'Copilot CLI silently ignores `mcp__server__tool` and the name of a server alone. It spells tools of MCP servers `server/tool`.',
  ),
  'tool-shell': note('Copilot CLI silently ignores a shell command in a tool list. The shell is `execute`.'),
  'tool-unknown': note(
    'Copilot CLI silently ignores unknown names. If all names are unknown, the agent starts without tools.',
  ),
  'tools-empty': note(
    'With an empty list, an agent of Copilot CLI gets no tools. As the main agent, it gets `skill` and `sql`.',
  ),
  'yaml-colon': note('Copilot CLI repairs nothing and does not load the file. It says so only in its log.'),
  'yaml-syntax': note('Copilot CLI repairs nothing and does not load the file. It says so only in its log.'),
  'yaml-tabs': note('Copilot CLI refuses a tab at the start of a line, even if the line is empty or a comment.'),
  'yaml-tag': note(
    'Copilot CLI ignores tags of your own: the value after `!important` is read as if it was not there.',
  ),
  'yaml-version': note(
    'Copilot CLI reads `yes`, `on`, dates and `007` as text, as YAML 1.2 does, and `0b101` as a number.',
  ),
};
