/** What VS Code does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

/** By rule id. */
export const vsCodeNotes: Readonly<Record<string, RuleNote>> = {
  'description-missing': note('VS Code loads an agent without a description, and says nothing.'),
  'field-foreign': note(
    'VS Code ignores fields of other products. In `.github/agents` it shows a hint; in `.claude/agents` it says nothing.',
  ),
  'field-misnamed': note('VS Code ignores a misspelled field. Without `tools` the agent gets every tool.'),
  'field-unknown': note(
    'VS Code ignores a field that it does not know. In `.github/agents` it shows a hint; in `.claude/agents` it says nothing.',
  ),
  'field-value': note(
    'VS Code loads the agent without the field and shows an error. A map as `tools` counts as no list, so the agent gets every tool.',
  ),
  'frontmatter-missing': note(
    'VS Code loads every Markdown file in the folder as an agent, a README too. Without frontmatter it has the name of the file and every tool.',
  ),
  'frontmatter-opening': note(
    'VS Code requires the dashes at the first character of the file. A byte order mark hides the frontmatter, and because the editor does not show the mark, there is no message: the agent has only the name of its file and gets every tool.',
  ),
  'frontmatter-unclosed': note('VS Code then reads the whole file as frontmatter.'),
  'frontmatter-unread': note(
    'VS Code reads frontmatter with a small reader of its own. After a value such as `"a" b` or `[a] b` it reads no further field.',
  ),
  'key-duplicate': note('VS Code uses the first value and shows an error.'),
  'model-foreign': note('VS Code ignores a model that it does not have; the agent runs with the model of the chat.'),
  'name-missing': note('VS Code uses the file name.'),
  'tool-case': note('VS Code compares names of tools exactly, and ignores `Read` where it has `read`.'),
  'tool-foreign': note(
    'VS Code ignores names of other hosts. In `.claude/agents` it translates eleven names of Claude Code and drops the others without a message.',
  ),
  'tool-mcp-shape': note('In `.claude/agents` VS Code drops all names of MCP tools without a message.'),
  'tool-renamed': note('VS Code accepts old names and proposes the new ones.'),
  'tool-separator': note('In VS Code only commas separate names. `Read Write` is one unknown name.'),
  'tool-server': note('VS Code spells tools of MCP servers `server/tool`, and `server/*` means all of a server.'),
  'tool-unknown': note(
    'VS Code ignores a tool that it does not know; `*` is unknown too. In `.github/agents` it shows a hint; in `.claude/agents` it says nothing.',
  ),
  'tools-empty': note('With an empty list, or without a value, the agent gets no tool.'),
  'yaml-colon': note('VS Code reads the value as it is written; other hosts reject the file.'),
  'yaml-indicator': note(
    'VS Code reads a value that begins with `@`, `*`, `!`, `%` or a backtick as text. One that begins with `[` or `{` is a list or a map, and the field is lost.',
  ),
  'yaml-quotes': note('VS Code reads the text up to the second quote, and no further field.'),
  'yaml-syntax': note('VS Code reads what it can, and stops at the first line that is not a `key: value` pair.'),
  'yaml-tag': note('VS Code knows no tags: `!!str 12` is this very text.'),
  'yaml-version': note('VS Code knows no types: every value is text.'),
};
