/** The fields of a Copilot CLI agent. */

import type { Field, Shape } from '../field';
import { enforced } from './evidence';
import { copilotCliGithub, copilotCliHooks, copilotCliServers, hooksFault, serversFault } from './nested';

/** Every wrong value stops the file from loading, and a key without a value is one. */
const strict = {
  onInvalid: 'does not load the file',
  invalidSeverity: 'error',
  ofNull: 'refused',
  evidence: enforced,
} as const;

const text: Shape = { kind: 'string' };
const flag: Shape = { kind: 'flag', unquoted: true };

const unknownEffect = 'The program accepts it, but what it does was not observed.';

export const copilotCliFields = {
  name: {
    ...strict,
    summary: 'What the agent is called. Any characters are allowed.',
    details:
      'Without it, or with an empty text, the name is the path below the folder of agents, with `--` for `/` and without `.agent.md` or `.md`. An agent with the name of a built-in agent is never used.',
    role: 'identity',
    shape: text,
    default: 'the path of the file',
    example: 'code-reviewer',
  },
  description: {
    ...strict,
    summary: 'Tells the main model when to hand work to this agent.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
    shape: text,
    required: true,
    example: 'Reviews changes for errors. Use it after code was written.',
  },
  tools: {
    ...strict,
    summary: 'The only tools that the agent gets.',
    details:
      'A list, or text with commas. Case does not matter, and many stand for several tools: `execute` gives `bash` and three more. ' +
      'Unknown names are silently ignored. `*` means every tool, `server/*` all tools of an MCP server and `server/tool` one of them. ' +
      'With `[]` the agent has no tool. As the main agent it still gets `skill` and `sql`.',
    role: 'allow',
    shape: { kind: 'tools', checksItems: true },
    default: 'every tool',
    example: '[read, search, edit]',
  },
  model: {
    ...strict,
    summary: 'The model that runs the agent, or a list. The first one in it is used.',
    details:
      'It is not checked when the file loads. `inherit`, `auto` and an empty text mean the model of the main session.',
    role: 'model',
    shape: { kind: 'model', text: true, orList: 'filled' },
    default: '`inherit`',
    example: 'inherit',
  },
  'reasoning-effort': {
    ...strict,
    summary: 'How much the model thinks before it answers.',
    details: 'The name is not checked: any text is sent to the service unchanged.',
    role: 'effort',
    shape: text,
    default: 'that of the model',
    example: 'high',
  },
  'disable-model-invocation': {
    ...strict,
    summary: 'Whether the agent is hidden from the model.',
    details: 'With `true` the main model is not told of the agent; `--agent` still starts it.',
    decides: true,
    shape: flag,
    default: '`false`',
    example: 'true',
  },
  'user-invocable': {
    ...strict,
    summary: 'Whether people can choose the agent, where a program has a list to choose from.',
    details: 'The value had no effect in 1.0.102: `--agent` starts the agent either way.',
    decides: true,
    shape: flag,
    default: '`true`',
    example: 'false',
  },
  infer: {
    ...strict,
    summary: 'The older name of `disable-model-invocation`, with the opposite value.',
    details: 'With `false` the main model is not told of the agent. Write `disable-model-invocation: true` instead.',
    decides: true,
    shape: flag,
    default: '`true`',
    undocumented: true,
    example: 'false',
  },
  'mcp-servers': {
    ...strict,
    summary: 'MCP servers that only this agent gets, by name.',
    details:
      'A server that runs here needs `command`, `args` and `tools`; one that is reached over the network needs `type`, `url` and `tools`. ' +
      'With a list of `tools`, the agent gets only those tools of the server that the list names.',
    role: 'servers',
    ofNull: 'accepted',
    shape: { kind: 'mapping', faultBelow: serversFault },
    nested: copilotCliServers,
    example: '{ docs: { command: docs-server, args: [], tools: ["*"] } }',
  },
  skills: {
    ...strict,
    summary: 'Skills of the agent, as a list of their names.',
    details: unknownEffect,
    role: 'skills',
    shape: { kind: 'names', only: 'list', checksItems: true },
    example: '[release-notes]',
  },
  hooks: {
    ...strict,
    summary: 'Commands that run on events while the agent works.',
    details: 'An unknown event stops the file from loading. Events are spelled as `preToolUse` or as `PreToolUse`.',
    role: 'events',
    shape: { kind: 'mapping', faultBelow: hooksFault },
    nested: copilotCliHooks,
    example: '{ preToolUse: [{ type: command, bash: ./check.sh }] }',
  },
  github: {
    ...strict,
    summary: 'Settings for agents that run on GitHub, such as the permissions of their token.',
    details:
      'Copilot CLI only checks the types; the documentation of GitHub says what its service does with the values.',
    shape: { kind: 'mapping', checked: true },
    nested: copilotCliGithub,
    example: '{ permissions: { contents: read } }',
  },
  'deferred-tool-loading': {
    ...strict,
    summary: 'Whether tools are loaded only when they are needed.',
    details: unknownEffect,
    shape: flag,
    undocumented: true,
    example: 'true',
  },
  'strict-tools-list': {
    ...strict,
    summary: 'Whether the list of tools is applied strictly.',
    details: 'The agent got the same tools with it and without it.',
    shape: flag,
    undocumented: true,
    example: 'true',
  },
  'include-custom-instructions': {
    ...strict,
    summary: 'Whether the agent reads the custom instructions of the project.',
    details: unknownEffect,
    shape: flag,
    undocumented: true,
    example: 'true',
  },
} as const satisfies Readonly<Record<string, Field>>;
