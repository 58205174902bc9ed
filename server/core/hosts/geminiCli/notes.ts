/** What Gemini CLI does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

/** By rule id. */
export const geminiCliNotes: Readonly<Record<string, RuleNote>> = {
  'body-empty': note(
    'Gemini CLI lists an agent without a prompt, but every start fails. White space or text after the closing dashes has the same effect: the whole body is lost.',
  ),
  'body-variable': note(
    `Gemini CLI fills in \`\${query}\`, \`\${today}\`, \`\${activeModel}\` and \`\${cliVersion}\` everywhere in the body, also in code blocks. With any other \`\${name}\`, the agent always fails to start.`,
  ),
  'description-missing': note('Gemini CLI does not load a file without a description and shows an error at start.'),
  'field-ignored': note('Gemini CLI checks `temperature` and sends 1 with every request, whatever it says.'),
  'field-foreign': note(
    'Gemini CLI does not load a file with a field of another product, and shows an error at start.',
  ),
  'field-misnamed': note('Gemini CLI does not load a file with a misspelled field, and shows an error at start.'),
  'field-unknown': note(
    'Gemini CLI does not load a file with a field that it does not know, and shows an error at start.',
  ),
  'field-value': note(
    'Gemini CLI does not load a file with a wrong value. `tools` must be a YAML list, numbers must not be in quotes, and a field without a value is as bad as a wrong one.',
  ),
  'frontmatter-missing': note(
    'Gemini CLI shows an error at start for every Markdown file without frontmatter in the agents folder, including a README.',
  ),
  'frontmatter-opening': note(
    'Gemini CLI requires three dashes and a line end at the first character of the file. With a byte order mark, a space after the dashes or an empty line before them, the file does not load.',
  ),
  'frontmatter-unclosed': note(
    'Gemini CLI does not load a file whose frontmatter has no end, and shows an error at start.',
  ),
  'key-duplicate': note('Gemini CLI does not load a file in which a key is written twice.'),
  'model-foreign': note(
    'Gemini CLI does not check the model. It sends `sonnet` or `gpt-4` as written, and the service refuses it when the agent starts.',
  ),
  'name-hides': note(
    'Gemini CLI reads its own agents first, then those of the project, of the user and of extensions. The first of a name counts, and it warns about the others. In a project, an agent counts only after the user has accepted exactly its content.',
  ),
  'name-taken': note('Of several files in one folder with the same name, Gemini CLI loads the first one.'),
  'name-missing': note(
    'Gemini CLI does not load a file without a name and shows an error at start. The file name does not matter.',
  ),
  'tool-case': note('Gemini CLI does not load a file with a tool name in the wrong case.'),
  'tool-foreign': note('Gemini CLI does not load a file with a tool name of another host.'),
  'tool-mcp-shape': note(
    'Gemini CLI accepts `mcp_*`, `mcp_server_*` and `mcp_server_tool`. It does not load a file with another name that begins with `mcp_`.',
  ),
  'tool-never': note(
    'Gemini CLI accepts `invoke_agent` and `update_topic` in the list, but never gives them to an agent.',
  ),
  'tool-renamed': note('Gemini CLI still accepts `search_file_content` as a name of `grep_search`.'),
  'tool-server': note(
    'Gemini CLI spells tools of MCP servers `mcp_server_tool`. With `mcp__server__tool` or `server/tool` it does not load the file.',
  ),
  'tool-shell': note('Gemini CLI does not load a file with a shell command in its tool list.'),
  'tool-unknown': note('Gemini CLI does not load a file with an unknown tool name.'),
  'tools-empty': note('With an empty list, a Gemini CLI agent gets only `complete_task`, which ends its work.'),
  'value-comment': note('A comment cuts the text short here too.'),
  'yaml-colon': note('Gemini CLI repairs nothing: it does not load the file and shows an error at start.'),
  'yaml-syntax': note(
    'Gemini CLI repairs nothing: it does not load a file whose frontmatter is not valid YAML, and shows an error at start.',
  ),
  'yaml-version': note(
    'Gemini CLI reads dates such as `2026-01-01` and numbers such as `1_000` as dates and numbers. As a name or a description they stop the file from loading.',
  ),
};
