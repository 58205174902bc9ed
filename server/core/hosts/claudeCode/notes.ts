/** What Claude Code does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { advised, deprecated, enforced, listed, observed, warned } from './evidence';

/** By rule id. */
export const claudeCodeNotes: Readonly<Record<string, RuleNote>> = {
  'agent-ambiguous': {
    says: 'Claude Code first looks for exactly the name of a call, then compares names without case, spaces, dashes and underscores. When several match, it refuses the call and names them.',
    evidence: observed,
  },
  'agent-cycle': {
    says: 'Claude Code gives no tool to start agents to a subagent at depth 3, so that a circle ends there.',
    evidence: observed,
  },
  'agent-types': {
    says: 'Claude Code applies the list only when the file runs as the main session (`--agent`). Run as a subagent, the agent can start any agent.',
    evidence: observed,
  },
  'agent-unknown': {
    says: 'Claude Code refuses a call of an agent that does not exist, and answers with the names that do. It starts agents of plugins only by their full names, such as `plugin:agent`. Lists such as `Agent(worker)` are compared with exact names.',
    evidence: observed,
  },
  'agent-unnamed': {
    says: 'Claude Code lists the agents for the main session only. A subagent that can start others sees no list.',
    evidence: observed,
  },
  'body-skill': {
    says: 'The `Skill` tool of Claude Code refuses a skill with `disable-model-invocation: true`. It does not know a skill with `paths` until a file matches.',
    evidence: observed,
  },
  'block-scalar-spoiled': {
    says: 'When the frontmatter is not valid YAML, Claude Code puts one-line values in quotes and parses it again. It also quotes the `|` or `>` that starts a block, and the lines below then make the frontmatter invalid.',
    evidence: observed,
  },
  'description-long': {
    says: 'Claude Code includes the descriptions of all agents in every conversation. The recommended maximum is 5,000 characters.',
    evidence: advised,
  },
  'description-missing': {
    says: 'Claude Code does not load an agent without a description and says so only in its debug log.',
    evidence: enforced,
  },
  'description-short': {
    says: 'The recommended minimum for a Claude Code description is 10 characters.',
    evidence: advised,
  },
  'descriptions-over-budget': {
    says: 'Claude Code tells every session the whole description of each agent. It warns when they take more than 15,000 tokens together.',
    evidence: warned,
  },
  'field-foreign': {
    says: 'Claude Code ignores fields of other products. A restriction in such a field has no effect.',
    evidence: observed,
  },
  'field-ignored': {
    says: 'Claude Code ignores fields such as `permissionMode`, `hooks` and `mcpServers` in agents of a plugin, and says so only in its debug log.',
    evidence: observed,
  },
  'field-misnamed': {
    says: 'Claude Code ignores fields that it does not know. With a misspelled `tools`, the agent gets every tool.',
    evidence: observed,
  },
  'field-stray': {
    says: 'Claude Code has no field `disabled`: the agent stays available. With `PreToolUse` or `PermissionRequest` outside `hooks`, it does not load the agent.',
    evidence: observed,
  },
  'field-unknown': {
    says: 'Claude Code ignores fields that it does not know.',
    evidence: observed,
  },
  'file-replaced': {
    says: 'Claude Code loads the skill where a command has the same name.',
    evidence: observed,
  },
  'field-value': {
    says: 'Claude Code ignores an invalid value, mostly without a message. It does not load the agent when `name` or `description` is not a string.',
    evidence: observed,
  },
  'frontmatter-cut': {
    says: 'Claude Code ends the frontmatter at the first `---`, even inside a value. Everything after it becomes part of the prompt, and the fields there are silently lost.',
    evidence: observed,
  },
  'frontmatter-missing': {
    says: 'Claude Code silently treats a file without frontmatter as a note next to the agents.',
    evidence: observed,
  },
  'frontmatter-opening': {
    says: 'Claude Code requires three dashes at the start of the file, followed only by spaces and a line end. One byte order mark before them is allowed. After an empty line, a code fence or a fourth dash it silently sees no agent.',
    evidence: observed,
  },
  'frontmatter-unclosed': {
    says: 'Claude Code looks for a second `---`. If it finds none, it treats the file as a note. Three dots do not close the frontmatter.',
    evidence: observed,
  },
  'hook-matcher': {
    says: 'Claude Code compares a matcher of words and `|` with whole tool names, and tries any other matcher as a regular expression on them. A permission rule such as `Bash(git *)` belongs under the key `if` of a hook.',
    evidence: observed,
  },
  'hook-unreadable': {
    says: 'Claude Code ignores hooks under an event that it does not know. It does not load the agent when it cannot read an entry of `PreToolUse`, `PermissionRequest` or `PreSkillShellCommand`, or finds one of them outside `hooks`, because that may be a guard. Only its debug log says so.',
    evidence: observed,
  },
  'key-duplicate': {
    says: 'Claude Code silently uses the last value and ignores the others.',
    evidence: observed,
  },
  'mcp-servers-shape': {
    says: 'Claude Code silently ignores a mapping of servers, as other configuration files have it, or a single string. It ignores entries that it cannot read.',
    evidence: observed,
  },
  'memory-writes': {
    says: 'With `memory`, Claude Code adds `Read`, `Write` and `Edit` to the tool list, so the agent can change any file.',
    evidence: observed,
  },
  'merge-conflict': {
    says: 'With conflict markers in the frontmatter, Claude Code does not load the agent.',
    evidence: observed,
  },
  'model-foreign': {
    says: 'Claude Code does not check the model when it loads an agent. It sends the name unchanged, and the service rejects a model that it does not have, unless a gateway serves it.',
    evidence: observed,
  },
  'model-retired': {
    says: 'Claude Code does not check the model when it loads an agent; the requests fail. It replaces Opus 4 and 4.1 with the current Opus.',
    evidence: deprecated,
  },
  'name-alike': {
    says: 'Claude Code keeps names apart that differ in spelling. Calls that match none of them exactly and several otherwise are refused as ambiguous.',
    evidence: observed,
  },
  'name-file': {
    says: 'Claude Code uses only `name`; the file name has no effect.',
    evidence: observed,
  },
  'name-hides': {
    says: 'Claude Code loads the agent of the nearest project folder, up to the root of the repository, then that of the user. An agent with the name of a built-in one replaces it.',
    evidence: observed,
  },
  'name-missing': {
    says: 'Claude Code silently treats a file without a name as a note next to the agents. The file name has no effect.',
    evidence: enforced,
  },
  'name-taken': {
    says: 'Claude Code loads the file with the last path, in the order of UTF-16 code units, and names the others only in its debug log. In a plugin, either file may be loaded.',
    evidence: observed,
  },
  'tool-background': {
    says: 'In an agent that always runs in the background, Claude Code keeps the tools for files, commands, the web and MCP. It silently drops all others from the list.',
    evidence: observed,
  },
  'tool-case': {
    says: 'Claude Code silently ignores `read`; the tool is called `Read`.',
    evidence: observed,
  },
  'tool-denied': {
    says: 'In Claude Code, a pattern such as `Bash(rm *)` in `disallowedTools` denies the whole tool.',
    evidence: observed,
  },
  'tool-excluded': {
    says: 'Claude Code silently ignores `-Bash` and `!Bash` as unknown names. The field `disallowedTools` denies tools.',
    evidence: observed,
  },
  'tool-foreign': {
    says: 'Claude Code silently ignores tool names of other hosts, and refuses to start an agent that lists nothing else.',
    evidence: observed,
  },
  'tool-mcp-shape': {
    says: 'Claude Code accepts `mcp__server__tool`, and `mcp__server` or `mcp__server__*` for all tools of one server. It silently ignores other wildcards.',
    evidence: observed,
  },
  'tool-never': {
    says: 'Claude Code silently drops such tools from the list of a subagent.',
    evidence: observed,
  },
  'tool-pattern': {
    says: 'In agent frontmatter Claude Code reads only the name: `Bash(git:*)` in `tools` grants all of Bash, and `Bash(rm *)` in `disallowedTools` denies all of it. Permission rules in the settings, or a hook that runs before the tool, can limit commands.',
    evidence: observed,
  },
  'tool-removed': {
    says: 'Claude Code silently ignores tools that it no longer has. It refuses to start an agent that lists nothing else.',
    evidence: listed,
  },
  'tool-server': {
    says: 'In Claude Code, the tools of an MCP server are called `mcp__server__tool`, and all of them together `mcp__server`. It silently ignores the bare name of a server, and the `server/tool` of other hosts.',
    evidence: observed,
  },
  'tool-shell': {
    says: 'Claude Code silently ignores shell commands in a tool list; `Bash` runs them.',
    evidence: observed,
  },
  'hook-never': {
    says: 'In a subagent, Claude Code ran hooks of the agent for `PreToolUse`, `PostToolUse`, `PostToolUseFailure`, `PostToolBatch`, `PreSkillShellCommand`, `Stop` and `SubagentStop`.',
    evidence: observed,
  },
  'tool-separator': {
    says: 'Claude Code splits `tools` and `disallowedTools` at commas and spaces outside parentheses. It ignores other white space around a name, but does not split at it.',
    evidence: observed,
  },
  'tool-subsumed': {
    says: 'In Claude Code, `mcp__server` grants each tool of the server, `Bash` every command, and `*` everything.',
    evidence: observed,
  },
  'tool-unclosed': {
    says: 'Claude Code reads everything from the name to the end of the list as one name and silently ignores it.',
    evidence: observed,
  },
  'tool-unknown': {
    says: 'Claude Code silently ignores unknown names, and refuses to start an agent that lists nothing else.',
    evidence: observed,
  },
  'tool-wildcard': {
    says: 'In `tools`, Claude Code reads `*` as every tool; in `disallowedTools` it has no effect.',
    evidence: observed,
  },
  'tools-empty': {
    says: 'Claude Code loads an agent with an empty tool list without a message.',
    evidence: observed,
  },
  'tools-unresolved': {
    says: 'Claude Code has refused to start such an agent since 2.1.208. In earlier versions the agent ran without tools.',
    evidence: observed,
  },
  'value-comment': {
    says: 'Claude Code reads the value up to the comment and does not report the rest.',
    evidence: observed,
  },
  'yaml-colon': {
    says: 'Claude Code repairs one-line values of top-level keys by quoting them, but only with LF line endings. With longer values, nested values or CRLF line endings it does not load the agent.',
    evidence: observed,
  },
  'yaml-indent': {
    says: 'Claude Code cannot repair an indented key.',
    evidence: observed,
  },
  'yaml-indicator': {
    says: 'Claude Code repairs one-line values of top-level keys by quoting them, but only with LF line endings.',
    evidence: observed,
  },
  'yaml-quotes': {
    says: 'Claude Code cannot repair a value that ends with the same quote.',
    evidence: observed,
  },
  'yaml-space': {
    says: 'Claude Code cannot repair a missing space.',
    evidence: observed,
  },
  'yaml-spill': {
    says: 'Claude Code cannot repair such lines and silently ignores the file.',
    evidence: observed,
  },
  'yaml-syntax': {
    says: 'Claude Code tries once more with one-line values in quotes. If that fails too, it does not load the agent and says so only in its debug log.',
    evidence: observed,
  },
  'yaml-tabs': {
    says: 'Claude Code replaces each leading tab with two spaces, and quotes other values at the same time.',
    evidence: observed,
  },
  'yaml-version': {
    says: 'Claude Code reads YAML 1.2.',
    evidence: observed,
  },
  'server-unknown': {
    says: 'Claude Code compares the names of MCP servers byte for byte: `mcp__my_srv__open` is not a tool of `my-srv`.',
    evidence: observed,
  },
  'skill-unknown': {
    says: 'Claude Code loads a skill by the name of its folder or by its `name`, if that has no space, and a command by its path (`sub:name`) or file name. It silently ignores every other name.',
    evidence: observed,
  },
  'skills-over-budget': {
    says: 'Claude Code tells its model the descriptions of skills and commands with `when_to_use`, each up to 1,536 characters, and all together up to 1 % of the context window: 30,000 characters in recorded runs. Above it, only the debug log says so, and the model gets some skills, those that are used least, without their descriptions. The rule counts the descriptions of the project; in a file of the user, it counts those of the user. It does not count names, built-in skills, skills of plugins, and those that are closed to the model or need a matching file. It says nothing where settings change the limit or the list: `skillListingBudgetFraction`, `skillListingMaxDescChars`, `skillOverrides`, `SLASH_COMMAND_TOOL_CHAR_BUDGET` in `env`, or a denied `Skill` tool.',
    evidence: observed,
  },
};
