/** What is below the structured fields of a Copilot CLI agent: MCP servers, hooks, and settings of GitHub. */
import type { Entry, Mapping, Value } from '../../syntax/tree';
import { nestedFault } from '../nestedFault';
import type { NestedShape } from '../nestedShape';
import type { WrongPart } from '../valueFault';

const free: NestedShape = { kind: 'free' };
const string: NestedShape = { kind: 'scalar', type: 'string' };
const strings: NestedShape = { kind: 'sequence', item: string };
const named: NestedShape = { kind: 'named', summary: 'A name of your own.', value: string };
const positive: NestedShape = { kind: 'positive', whole: true };

const word = (...choices: readonly (readonly [string, string])[]): NestedShape => ({
  kind: 'word',
  choices: choices.map(([value, summary]) => ({ value, summary })),
});

const shared = {
  tools: { summary: 'The tools of the server that the agent gets; `["*"]` for all.', value: strings },
  timeout: { summary: 'The timeout of a request, in milliseconds.', value: positive },
  deferTools: {
    summary: 'Whether its tools may be loaded only when they are needed.',
    value: word(['auto', 'The program decides.'], ['never', 'They are loaded at once.']),
  },
} as const;

const localKeys = {
  command: { summary: 'The program that is the server, for one that runs here.', value: string },
  args: { summary: 'The arguments of the program. Required, even where it is empty.', value: strings },
  env: { summary: 'Environment variables of the program.', value: named },
  cwd: { summary: 'The folder in which the program runs.', value: string },
} as const;

const remoteKeys = {
  url: { summary: 'The address of a server that is reached over the network.', value: string },
  headers: { summary: 'Headers of each request.', value: named },
} as const;

const localType = word(['local', 'A program that runs here.'], ['stdio', 'Another word for `local`.']);
const remoteType = word(['http', 'Reached by HTTP.'], ['sse', 'Reached by server-sent events.']);

const local: NestedShape = {
  kind: 'mapping',
  keys: { ...localKeys, ...shared, type: { summary: 'How the server is reached.', value: localType } },
};
const remote: NestedShape = {
  kind: 'mapping',
  keys: { ...remoteKeys, ...shared, type: { summary: 'How the server is reached.', value: remoteType } },
};

const types = word(
  ['local', 'A program that runs here.'],
  ['http', 'A server that is reached by HTTP.'],
  ['sse', 'A server that is reached by server-sent events.'],
  ['stdio', 'Another word for `local`.'],
);

/** For completion and hover, which offer the keys of both kinds. */
export const copilotCliServers: NestedShape = {
  kind: 'named',
  summary: 'The name of the server.',
  value: {
    kind: 'mapping',
    keys: { type: { summary: 'How the server is reached.', value: types }, ...localKeys, ...remoteKeys, ...shared },
  },
};

/** The first entry with `key`; keys are not written twice where this is asked. */
const entryOf = ({ entries }: Mapping, key: string): Entry | undefined => entries.find((entry) => entry.key === key);

function firstOf<T>(all: readonly T[], find: (one: T) => WrongPart | undefined): WrongPart | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What stops the file from loading among its servers. */
export const serversFault = ({ entries }: Mapping): WrongPart | undefined =>
  firstOf(entries, ({ key, value }) => serverFault(key, value));

/** A server with a `url`, or with the type of such a one and no command, is remote; every other one runs here. */
function serverFault(at: string, value: Value): WrongPart | undefined {
  if (value.kind === 'alias') return undefined;
  if (value.kind !== 'mapping') return { at, wanted: 'a mapping' };
  const type = entryOf(value, 'type')?.value;
  const isRemoteType = type?.kind === 'scalar' && (type.text === 'http' || type.text === 'sse');
  const isRemote = entryOf(value, 'url') !== undefined || isRemoteType;
  const needs = isRemote ? ['type', 'url', 'tools'] : ['command', 'args', 'tools'];
  const missing = needs.find((key) => entryOf(value, key) === undefined);
  if (missing !== undefined) return { at: `${at}.${missing}`, wanted: wantedFor(missing), isMissing: true };
  return nestedFault(isRemote ? remote : local, value, at);
}

const wantedFor = (key: string): string =>
  key === 'args' || key === 'tools' ? 'a list' : key === 'type' ? '`http` or `sse`' : 'a string';

/** The events of hooks, in the two spellings that the program takes. */
const events: readonly (readonly [string, string, string])[] = [
  ['preToolUse', 'PreToolUse', 'Before a tool is used.'],
  ['postToolUse', 'PostToolUse', 'After a tool was used.'],
  ['postToolUseFailure', 'PostToolUseFailure', 'After a tool has failed.'],
  ['sessionStart', 'SessionStart', 'When a session begins.'],
  ['sessionEnd', 'SessionEnd', 'When a session ends.'],
  ['userPromptSubmitted', 'UserPromptSubmit', 'When the user sends a prompt.'],
  ['agentStop', 'Stop', 'When the agent is about to end.'],
  ['subagentStart', 'SubagentStart', 'When a subagent begins.'],
  ['subagentStop', 'SubagentStop', 'When a subagent is about to end.'],
  ['errorOccurred', 'ErrorOccurred', 'When an error occurs.'],
  ['preCompact', 'PreCompact', 'Before the conversation is compacted.'],
  ['notification', 'Notification', 'When the program notifies the user.'],
  ['permissionRequest', 'PermissionRequest', 'When a tool asks for permission.'],
  ['preMcpToolCall', 'PreMcpToolCall', 'Before a tool of an MCP server is called.'],
  ['userPromptTransformed', 'UserPromptTransformed', 'After a prompt was changed.'],
];

const commandKeys = {
  type: {
    summary: 'What the hook does.',
    value: word(
      ['command', 'Runs a command.'],
      ['http', 'Sends a request.'],
      ['prompt', 'Adds a prompt; only when a session begins.'],
    ),
  },
  command: { summary: 'The command, for the shell of every system.', value: string },
  bash: { summary: 'The command for Bash.', value: string },
  powershell: { summary: 'The command for PowerShell.', value: string },
  exec: { summary: 'A program that is started without a shell.', value: string },
  args: { summary: 'The arguments of `exec`.', value: { kind: 'sequence', item: free } },
  url: { summary: 'The address of a request.', value: string },
  headers: { summary: 'Headers of the request.', value: named },
  allowedEnvVars: {
    summary: 'Environment variables that the headers may contain.',
    value: { kind: 'sequence', item: free },
  },
  cwd: { summary: 'The folder in which the command runs.', value: string },
  env: { summary: 'Environment variables of the command.', value: named },
  timeoutSec: { summary: 'Seconds until the hook is given up.', value: { kind: 'positive' } },
  timeout: { summary: 'Another name for `timeoutSec`.', value: { kind: 'scalar', type: 'number' } },
} as const satisfies Extract<NestedShape, { kind: 'mapping' }>['keys'];

const action: NestedShape = { kind: 'mapping', keys: commandKeys };

/** For completion and hover. */
export const copilotCliHooks: NestedShape = {
  kind: 'mapping',
  keys: Object.fromEntries(
    events.flatMap(([name, other, summary]) =>
      [name, other].map((key) => [key, { summary, value: { kind: 'sequence', item: action } as const }]),
    ),
  ),
};

const eventNames: ReadonlySet<string> = new Set(events.flatMap((names) => names.slice(0, 2)));

/** What stops the file from loading among its hooks. */
export const hooksFault = ({ entries }: Mapping): WrongPart | undefined =>
  firstOf(entries, ({ key, value }) => {
    if (value.kind === 'alias') return undefined;
    if (!eventNames.has(key)) return { at: key, wanted: 'the name of an event, such as `preToolUse`,' };
    if (value.kind !== 'sequence') return { at: key, wanted: 'a list of hooks' };
    return firstOf(value.items, (item) => hookFault(key, item.value, true));
  });

/** @param mayNest Whether the entry may be a group, with hooks of its own. */
function hookFault(at: string, value: Value, mayNest: boolean): WrongPart | undefined {
  if (value.kind === 'alias') return undefined;
  if (value.kind !== 'mapping') return { at, wanted: 'a mapping for each hook' };
  const inner = entryOf(value, 'hooks')?.value;
  if (inner?.kind === 'sequence') {
    if (!mayNest) return { at: `${at}.hooks`, wanted: 'no second level of hooks' };
    const matcher = entryOf(value, 'matcher')?.value;
    if (matcher?.kind === 'scalar' && matcher.type === 'string' && matcher.text === '')
      return { at: `${at}.matcher`, wanted: 'a text that is not empty' };
    return firstOf(inner.items, (item) => hookFault(at, item.value, false));
  }
  return nestedFault(action, value, at) ?? actionFault(at, value);
}

const SHELLS = ['command', 'bash', 'powershell'];

function actionFault(at: string, value: Mapping): WrongPart | undefined {
  const type = entryOf(value, 'type')?.value;
  const kind = type?.kind === 'scalar' ? type.text : 'command';
  if (kind === 'http') return urlFault(at, entryOf(value, 'url')?.value);
  if (kind === 'prompt')
    return at === 'sessionStart' || at === 'SessionStart'
      ? undefined
      : { at: `${at}.type`, wanted: '`command` or `http`' };
  const hasShell = SHELLS.some((key) => entryOf(value, key) !== undefined);
  const hasProgram = entryOf(value, 'exec') !== undefined;
  return hasShell === hasProgram
    ? { at, wanted: 'either `exec`, or one of `command`, `bash` and `powershell`' }
    : undefined;
}

function urlFault(at: string, value: Value | undefined): WrongPart | undefined {
  const isFine = value?.kind === 'alias' || (value?.kind === 'scalar' && /^\s*https?:/i.test(value.text));
  return isFine ? undefined : { at: `${at}.url`, wanted: 'a URL that begins with `http:` or `https:`' };
}

/** What the service reads; the program only checks the types. */
export const copilotCliGithub: NestedShape = {
  kind: 'mapping',
  keys: {
    permissions: {
      summary: 'What the token of the agent may do on GitHub: `read`, `write` or `none` for each kind of data.',
      value: { kind: 'named', summary: 'A kind of data, such as `contents`.', value: string },
    },
    toolsets: { summary: 'The groups of tools of the GitHub MCP server.', value: strings },
  },
};
