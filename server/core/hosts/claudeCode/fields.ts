/**
 * * The frontmatter fields of a Claude Code agent: what each does, which values the program takes, and what it does with others.
 * Long because it lists every field.
 */

import type { Field } from '../field';
import { colors, efforts, isolations, memories, permissionModes } from './choices';
import { advised, enforced, observed, undocumented } from './evidence';
import { hooksShape, mcpServersShape } from './nested';
import { skillNameFault } from './skillNames';
import type { ClaudeCodeTool } from './tools';

const isColon = 'does not load the agent: a colon separates the names of plugin and agent';
const likeColon =
  'does not load the agent: it reads this character as a colon, which separates the names of plugin and agent';

export const claudeCodeFields = {
  name: {
    summary: 'The name of the agent, for the Agent tool, `--agent` and @-mentions.',
    details:
      'The file name does not matter. Names usually have 3 to 50 lower-case letters, digits and single hyphens. ' +
      'Of two files with the same name in a folder tree, only the one whose path sorts last loads. ' +
      'A name such as `Explore` or `Plan` replaces the built-in agent.',
    role: 'identity',
    shape: {
      kind: 'string',
      minLength: 1,
      maxLength: 256,
      forbidden: [
        {
          at: 'start',
          text: '-',
          effect: 'does not load the agent: a name that starts with a hyphen looks like an option',
        },
        { at: 'anywhere', text: ':', effect: isColon },
        { at: 'anywhere', text: '\u{ff1a}', effect: likeColon },
        { at: 'anywhere', text: '\u{fe55}', effect: likeColon },
        { at: 'anywhere', text: '\u{fe13}', effect: likeColon },
        { at: 'anywhere', text: '\u{2a74}', effect: likeColon },
      ],
    },
    required: true,
    onInvalid: 'does not load the agent, and silently treats a file without a name as a note',
    invalidSeverity: 'error',
    example: 'code-reviewer',
    advice: { minLength: 3, maxLength: 50, slug: true, evidence: advised },
    evidence: enforced,
  },
  description: {
    summary: 'Tells the main model when to delegate to this agent.',
    details:
      'Say when to use the agent and when not; "Use proactively" encourages delegation without being asked. ' +
      'The two characters `\\n` become a line break. Quote text that contains `: ` or `#`, or write it as a block (`|`).',
    role: 'purpose',
    lineBreaks: true,
    templates: [
      '[What it does]. Use when [the situation]; not for [what others do].',
      '[What it does]. Use PROACTIVELY after [the event].',
    ],
    shape: { kind: 'string', minLength: 1 },
    required: true,
    onInvalid: 'skips the file and says so only in its debug log',
    invalidSeverity: 'error',
    example: 'Reviews changes for errors. Use proactively after code was written.',
    advice: { minLength: 10, maxLength: 5_000, evidence: advised },
    evidence: enforced,
  },
  tools: {
    summary: 'The only tools that the agent gets.',
    details:
      'Names separated by commas or spaces, or a list; they are case-sensitive. `*` means every tool; ' +
      'an empty field means none. Unknown names are silently ignored; when none is left, the agent does not start (2.1.208). ' +
      'A pattern such as `Bash(git:*)` grants the whole tool. MCP tools: `mcp__server__tool`, or `mcp__server` for all of a server.',
    role: 'allow',
    shape: { kind: 'tools' },
    default: 'every tool that a subagent may have',
    onInvalid: 'gives the agent no tools for a value that is neither a string nor a list',
    invalidSeverity: 'warning',
    example: 'Read, Grep, Glob',
    evidence: observed,
  },
  disallowedTools: {
    summary: 'Tools that the agent never gets. Applied before `tools`.',
    details:
      'A name in both fields is denied. A pattern such as `Bash(rm *)` denies the whole tool; `mcp__server` denies all tools of a server, ' +
      '`mcp__*` those of every server (2.1.178). `*` denies nothing. Without `Write` and `Edit`, `Bash` can still write files.',
    role: 'deny',
    shape: { kind: 'tools' },
    default: 'nothing is denied',
    since: '2.0.30',
    onInvalid: 'silently ignores unknown names',
    invalidSeverity: 'warning',
    example: 'Write, Edit',
    evidence: observed,
  },
  model: {
    summary: 'The model that the agent runs on.',
    details:
      'An alias in upper or lower case, or a full model id (since 2.1.74). Nothing is checked when the file loads: a wrong id fails when the agent starts. ' +
      'CLAUDE_CODE_SUBAGENT_MODEL and a model named in the call win over this field.',
    role: 'model',
    shape: { kind: 'model', text: true },
    default: 'inherit',
    since: '1.0.64 (approx.)',
    onInvalid: 'uses the model of the conversation for a value that is not a string',
    invalidSeverity: 'warning',
    example: 'sonnet',
    evidence: observed,
  },
  permissionMode: {
    summary: 'How the agent handles actions that need permission.',
    details:
      'Exact case. It cannot loosen a conversation that is itself in auto, acceptEdits or bypassPermissions mode, and is ignored in plugin agents.',
    role: 'mode',
    shape: { kind: 'choice', choices: permissionModes },
    situation: { value: 'plan', effect: 'plan' },
    default: 'the mode of the conversation that starts the agent',
    since: '2.0.43',
    onInvalid: 'ignores the mode and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'plan',
    evidence: observed,
  },
  maxTurns: {
    summary: 'The maximum number of turns.',
    role: 'turns',
    shape: { kind: 'integer', min: 1 },
    default: 'no limit',
    since: '2.1.78 or earlier',
    onInvalid: 'ignores the limit and says so only in its debug log',
    invalidSeverity: 'warning',
    example: '20',
    evidence: observed,
  },
  skills: {
    summary: 'Skills whose full text is added to the prompt when the agent starts.',
    role: 'skills',
    details:
      'A skill that is missing, disabled or closed to the model (`disable-model-invocation`) is silently ignored.',
    shape: { kind: 'names', faultOfName: skillNameFault },
    default: 'no skill is preloaded',
    since: '2.0.43',
    onInvalid: 'preloads no skill',
    invalidSeverity: 'warning',
    example: 'api-conventions, error-handling',
    evidence: observed,
  },
  mcpServers: {
    summary: 'MCP servers for this agent: names of configured servers, or definitions.',
    details:
      'Must be a list. A definition is a mapping with one key, the name of the server; its type is stdio, http, sse or ws. ' +
      'Ignored in plugin agents; in a project the folder must be trusted (2.1.238).',
    role: 'servers',
    shape: { kind: 'sequence' },
    nested: mcpServersShape,
    default: 'the servers of the session',
    onInvalid: 'silently ignores servers that are a mapping or a single string',
    invalidSeverity: 'warning',
    example: '[github]',
    evidence: observed,
  },
  hooks: {
    summary: 'Commands, prompts or requests that run on events while the agent works.',
    details:
      'A mapping from event to a list of `{matcher, hooks: [{type, …}]}`; matchers are bare tool names or regular expressions, and Stop acts as SubagentStop. ' +
      'Unknown events are ignored. The agent does not load when `hooks` is a string or a list, or when a PreToolUse or PermissionRequest entry cannot be read. ' +
      'Ignored in agents of a plugin; the folder has to be trusted (2.1.218).',
    role: 'events',
    shape: { kind: 'mapping' },
    nested: hooksShape,
    default: 'no hooks of its own',
    since: '2.1.0',
    onInvalid: 'ignores a hook it cannot read, but does not load the agent when that may be a guard',
    invalidSeverity: 'warning',
    example: '{ PostToolUse: [{ matcher: Edit, hooks: [{ type: command, command: npm run lint }] }] }',
    evidence: observed,
  },
  memory: {
    summary: 'Gives the agent a folder for notes that it keeps between sessions.',
    details:
      'Adds Read, Write and Edit to an explicit `tools` list, so that a read-only agent can write; `disallowedTools` still denies them.',
    shape: { kind: 'choice', choices: memories },
    default: 'no memory',
    since: '2.1.33',
    onInvalid: 'ignores the memory and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'project',
    grants: ['Read', 'Write', 'Edit'] satisfies readonly ClaudeCodeTool[],
    evidence: observed,
  },
  background: {
    summary: 'Whether the agent always runs in the background.',
    details: 'Only `true` and `false` count, not `yes` or `on`. In the background an agent keeps fewer tools.',
    shape: { kind: 'flag' },
    situation: { value: 'true', effect: 'background' },
    default: 'false',
    since: '2.1.49',
    onInvalid: 'ignores the switch and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'true',
    evidence: observed,
  },
  effort: {
    summary: 'How much the model reasons before it acts.',
    role: 'effort',
    details: 'A level in upper or lower case, or a whole number.',
    shape: { kind: 'choice', choices: efforts, anyCase: true, orInteger: true },
    default: 'the effort of the session',
    since: '2.1.78 (agents of plugins)',
    onInvalid: 'ignores the effort and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'high',
    evidence: observed,
  },
  isolation: {
    summary: 'Where the agent works, apart from your working copy.',
    shape: { kind: 'choice', choices: isolations },
    decides: true,
    default: 'your working copy',
    since: '2.1.50',
    onInvalid: 'ignores the isolation, says so only in its debug log, and lets the agent work in your working copy',
    invalidSeverity: 'warning',
    example: 'worktree',
    evidence: observed,
  },
  color: {
    summary: 'The display color of the agent.',
    role: 'color',
    details: 'Exact lower case, one of eight names; no hex values.',
    shape: {
      kind: 'choice',
      choices: colors,
      near: {
        magenta: 'pink',
        fuchsia: 'pink',
        rose: 'pink',
        violet: 'purple',
        indigo: 'purple',
        lavender: 'purple',
        teal: 'cyan',
        turquoise: 'cyan',
        aqua: 'cyan',
        navy: 'blue',
        azure: 'blue',
        lime: 'green',
        emerald: 'green',
        olive: 'green',
        gold: 'yellow',
        amber: 'yellow',
        brown: 'orange',
        coral: 'orange',
        crimson: 'red',
        maroon: 'red',
      },
    },
    default: 'no color',
    onInvalid: 'silently drops the color',
    invalidSeverity: 'information',
    example: 'blue',
    evidence: observed,
  },
  initialPrompt: {
    summary: 'The first message of the user when the agent is the main session (`--agent`).',
    details: 'Has no effect in a subagent, and is ignored in plugin agents.',
    mainSession: true,
    shape: { kind: 'string' },
    default: 'none',
    since: '2.1.83',
    onInvalid: 'ignores a value that is not a string',
    invalidSeverity: 'warning',
    example: 'Summarize the open pull requests.',
    evidence: observed,
  },

  // In the program, in no document
  omitClaudeMd: {
    summary: 'Runs the subagent without any CLAUDE.md: of the user, the project or the local folder.',
    shape: { kind: 'flag' },
    default: 'false',
    undocumented: true,
    onInvalid: 'ignores the switch',
    invalidSeverity: 'warning',
    example: 'true',
    evidence: undocumented,
  },
  autoCompactWindow: {
    summary: 'The number of tokens at which the conversation of this agent is compacted.',
    shape: { kind: 'integer', min: 100_000 },
    default: 'the size of the session',
    undocumented: true,
    onInvalid: 'ignores the size and says so only in its debug log',
    invalidSeverity: 'warning',
    example: '200000',
    evidence: undocumented,
  },
  observer: {
    summary: 'Up to four agents that are started in the background to observe this one.',
    details: 'Ignored in plugin agents.',
    shape: { kind: 'names', only: 'text' },
    default: 'no observers',
    undocumented: true,
    onInvalid: 'starts no observer',
    invalidSeverity: 'warning',
    example: 'safety-observer',
    evidence: undocumented,
  },
  observerMessage: {
    summary: 'Text that is added to each digest sent to the observers.',
    details: 'Ignored in plugin agents.',
    shape: { kind: 'string' },
    default: 'none',
    undocumented: true,
    onInvalid: 'adds nothing',
    invalidSeverity: 'warning',
    example: 'Watch for edits outside the src folder.',
    evidence: undocumented,
  },
  observeSubagents: {
    summary: 'Whether the subagents that this agent starts are observed too.',
    details: 'Ignored in plugin agents.',
    shape: { kind: 'flag' },
    default: 'true',
    undocumented: true,
    onInvalid: 'ignores the switch',
    invalidSeverity: 'warning',
    example: 'false',
    evidence: undocumented,
  },
  observeToolResults: {
    summary: 'For an observer: whether its digests contain tool results.',
    shape: { kind: 'flag' },
    default: 'true',
    since: 'after 2.1.240',
    undocumented: true,
    onInvalid: 'ignores the switch',
    invalidSeverity: 'warning',
    example: 'false',
    evidence: undocumented,
  },
  experimental: {
    summary: 'Experimental options. Known: `cacheTtl`, which is `5m` or `1h`.',
    shape: { kind: 'mapping' },
    default: 'none',
    undocumented: true,
    onInvalid: 'ignores unknown options',
    invalidSeverity: 'warning',
    example: '{ cacheTtl: 1h }',
    evidence: undocumented,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Every frontmatter field of a Claude Code agent. */
export type ClaudeCodeField = keyof typeof claudeCodeFields;
