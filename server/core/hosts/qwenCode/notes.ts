/** What Qwen Code does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

/** By rule id. */
export const qwenCodeNotes: Readonly<Record<string, RuleNote>> = {
  'body-empty': note('Qwen Code does not load an agent without a prompt, and says so only in its debug log.'),
  'body-short': note('Qwen Code does not load an agent whose prompt has fewer than 10 characters.'),
  'body-variable': note(
    `Qwen Code fills in \`\${task_prompt}\` and \`\${hook_context}\` everywhere in the body, also in code blocks. With any other \`\${name}\`, the agent is listed and every start fails.`,
  ),
  'description-missing': note(
    'Qwen Code does not load a file without a description, and says so only in its debug log.',
  ),
  'field-foreign': note('Qwen Code ignores `memory`, `isolation`, `skills`, `effort` and fields of other products.'),
  'field-unknown': note('Qwen Code ignores a field that it does not know.'),
  'field-value': note(
    'A wrong `approvalMode`, `executor` or `executionBackend` and a wrong value in `runConfig` stop the file from loading. Qwen Code ignores other wrong values, except that an agent with a wrong `tools` gets every tool.',
  ),
  'frontmatter-missing': note('Qwen Code skips a Markdown file without frontmatter. Only its debug log says so.'),
  'frontmatter-opening': note(
    'Qwen Code requires three dashes and a line end, both before and after the frontmatter. With a space after either dashes, or without a line end after the closing ones, the file does not load. A byte order mark is fine.',
  ),
  'frontmatter-unclosed': note('Qwen Code does not load a file whose frontmatter has no end.'),
  'key-duplicate': note(
    'When a key is written twice, Qwen Code reads the frontmatter line by line instead of as YAML. The last value counts.',
  ),
  'limits-lost': note(
    'Qwen Code reads frontmatter that is not valid YAML line by line. It then finds only lists whose lines begin with two spaces and a dash, so that `tools` above a list at the left margin is lost.',
  ),
  'model-foreign': note(
    'Qwen Code does not check the model. It sends `sonnet` as written, and the service refuses it when the agent starts.',
  ),
  'name-hides': note(
    'In Qwen Code an agent of the project wins over one of the user, of an extension and one that comes with the program. Names are compared without case.',
  ),
  'name-taken': note(
    'Of several files in one folder with the same name (without case), Qwen Code loads the first one.',
  ),
  'name-missing': note('Qwen Code does not load a file without a name. The file name does not matter.'),
  'tool-case': note('Qwen Code ignores a tool name in the wrong case.'),
  'tool-foreign': note(
    'Qwen Code does not translate tool names of Claude Code: of `Read, Write, Edit, Bash` the agent gets `edit` only. `Edit`, `Grep`, `Glob`, `WebFetch`, `NotebookEdit`, `Skill` and `Agent` happen to be names that it shows for its own tools.',
  ),
  'tool-mcp-shape': note(
    'Qwen Code accepts `mcp__server` and `mcp__*` in `disallowedTools`. In `tools` each tool of a server must be written in full.',
  ),
  'tool-never': note(
    'Qwen Code does not give agents the tools for plan mode, worktrees, teams, tasks and planned runs.',
  ),
  'tool-off': note('The settings of Qwen Code turn on `list_directory`, `web_search`, `lsp` and `image_gen`.'),
  'tool-removed': note(
    'Qwen Code no longer accepts `search_file_content`, `replace` and `task` as tool names in an agent.',
  ),
  'tool-renamed': note('Qwen Code still accepts the old names `Task`, `SearchFiles` and `FindFiles`.'),
  'tool-unknown': note(
    'Qwen Code keeps an unknown name, which matches no tool. With only unknown names, the agent has no tools.',
  ),
  'tool-wildcard': note('In `disallowedTools`, `*` matches tools of MCP servers only.'),
  'tools-empty': note('With an empty list, Qwen Code gives the agent every tool. No list can take all tools away.'),
  'yaml-colon': note(
    'Qwen Code reads the frontmatter line by line when it is not valid YAML, so the whole value is kept.',
  ),
  'yaml-syntax': note(
    'Qwen Code reads the frontmatter line by line when it is not valid YAML. It then reads `[a, b]` as text, and only the first line of a block.',
  ),
};
