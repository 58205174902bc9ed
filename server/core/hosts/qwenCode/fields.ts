/** The fields of a Qwen Code agent. */
import type { Choice } from '../choice';
import type { Field, Shape } from '../field';
import type { NestedShape } from '../nestedShape';
import { enforced, observed } from './evidence';
import { providers } from './models';
import { textOfAny } from './texts';

const refuses = { says: 'does not load the file', severity: 'error' } as const;

const needed = { onInvalid: refuses.says, invalidSeverity: refuses.severity, evidence: enforced } as const;

const dropped = { onInvalid: 'ignores the field', invalidSeverity: 'warning', evidence: observed } as const;

/** Names that the program keeps for itself, in any case. */
const reserved: readonly string[] = ['self', 'system', 'user', 'model', 'tool', 'config', 'default', 'main'];

function isName(text: string): boolean {
  const name = text.trim();
  return (
    name.length >= 2 &&
    name.length <= 50 &&
    /^[\p{L}\p{N}_-]+$/u.test(name) &&
    !/^[-_]|[-_]$/.test(name) &&
    !reserved.includes(name.toLowerCase())
  );
}

/** `provider:` without a model, and a text of white space only. */
function isModel(text: string): boolean {
  const name = text.trim();
  const colon = name.indexOf(':');
  return (
    name !== '' &&
    !(colon >= 0 && providers.includes(name.slice(0, colon).trim()) && name.slice(colon + 1).trim() === '')
  );
}

const tools: Shape = { kind: 'tools', emptyName: refuses };

const approvalModes: readonly Choice[] = [
  { value: 'default', summary: 'Asks before it edits files or runs commands.' },
  { value: 'plan', summary: 'Reads and plans only: it changes no files and runs no commands.' },
  { value: 'auto-edit', summary: 'Edits files without asking.', unasked: ['edit', 'write_file', 'notebook_edit'] },
  { value: 'auto', summary: 'Lets a model decide which actions are safe enough to need no question.' },
  {
    value: 'yolo',
    summary: 'Does everything without asking.',
    unasked: ['edit', 'write_file', 'notebook_edit', 'run_shell_command'],
  },
  { value: 'bubble', summary: 'Passes each question on to the session that started the agent.' },
];

const permissionModes: readonly Choice[] = [
  { value: 'default', summary: 'The same as `approvalMode: default`.' },
  { value: 'plan', summary: 'The same as `approvalMode: plan`.' },
  { value: 'acceptEdits', summary: 'The same as `approvalMode: auto-edit`.' },
  { value: 'auto', summary: 'The same as `approvalMode: auto-edit`.' },
  { value: 'bypassPermissions', summary: 'The same as `approvalMode: yolo`.' },
  { value: 'dontAsk', summary: 'The same as `approvalMode: default`.' },
];

const colors: readonly Choice[] = [
  { value: 'auto', summary: 'Lets the program choose.' },
  { value: 'red', summary: 'Red.', rgb: '#FF0000' },
  { value: 'blue', summary: 'Blue.', rgb: '#0000FF' },
  { value: 'green', summary: 'Green.', rgb: '#008000' },
  { value: 'yellow', summary: 'Yellow.', rgb: '#FFFF00' },
  { value: 'purple', summary: 'Purple.', rgb: '#800080' },
  { value: 'orange', summary: 'Orange.', rgb: '#FFA500' },
  { value: 'pink', summary: 'Pink.', rgb: '#FFC0CB' },
  { value: 'cyan', summary: 'Cyan.', rgb: '#00FFFF' },
];

const free: NestedShape = { kind: 'free' };
const string: NestedShape = { kind: 'scalar', type: 'string', nonEmpty: true };

const executorShape: NestedShape = {
  kind: 'mapping',
  needs: ['kind', 'command'],
  keys: {
    kind: {
      summary: 'The protocol of the other program.',
      value: {
        kind: 'word',
        choices: [
          { value: 'acp', summary: 'With the Agent Client Protocol.' },
          { value: 'codex', summary: 'As Codex CLI is.' },
        ],
      },
    },
    command: { summary: 'The program that is run.', value: string },
    args: {
      summary: 'The arguments of the program.',
      value: { kind: 'sequence', item: { kind: 'scalar', type: 'string' } },
    },
  },
};

const serverShape: NestedShape = {
  kind: 'mapping',
  keys: {
    command: { summary: 'The program that is the server, for one that runs here.', value: free },
    args: { summary: 'The arguments of the program.', value: free },
    env: { summary: 'Environment variables of the program.', value: free },
    cwd: { summary: 'The folder in which the program runs.', value: free },
    url: { summary: 'The address of a server that is reached by server-sent events.', value: free },
    httpUrl: { summary: 'The address of a server that is reached by HTTP.', value: free },
    headers: { summary: 'Headers of each request.', value: free },
    timeout: { summary: 'The timeout of a request, in milliseconds.', value: free },
    trust: { summary: 'Whether its tools run without being asked about.', value: free },
    includeTools: { summary: 'The only tools of the server that are offered.', value: free },
    excludeTools: { summary: 'Tools of the server that are not offered.', value: free },
  },
};

export const qwenCodeFields = {
  name: {
    ...needed,
    summary: 'What the agent is called. The file name does not matter.',
    details: `Qwen Code compares names without case. It keeps these for itself: ${reserved.join(', ')}.`,
    role: 'identity',
    shape: {
      kind: 'string',
      converts: textOfAny,
      pattern: {
        matches: isName,
        wanted: 'two to 50 letters, digits, hyphens and underscores, none of these two at an end, and no reserved name',
      },
    },
    required: true,
    example: 'code-reviewer',
  },
  description: {
    ...needed,
    summary: 'Tells the main model when to hand work to this agent.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
    shape: {
      kind: 'string',
      converts: textOfAny,
      pattern: { matches: (text) => text.trim() !== '', wanted: 'a text that is not empty' },
    },
    required: true,
    example: 'Reviews changes for errors. Use it after code was written.',
  },
  tools: {
    ...dropped,
    onInvalid: 'gives the agent every tool',
    summary: 'The only tools that the agent gets.',
    details:
      'Names in a YAML list, or separated by commas. An empty list gives every tool, and so does any value other than names. ' +
      'Unknown names are kept and match nothing. Tools of MCP servers must be written in full, as `mcp__server__tool`.',
    role: 'allow',
    shape: tools,
    ofNull: 'refused',
    default: 'every tool',
    example: '[read_file, grep_search, glob]',
  },
  disallowedTools: {
    ...dropped,
    summary: 'Tools to remove from the inherited or listed ones.',
    details:
      'Accepts tool names, and for MCP servers also `mcp__server` and `mcp__*`. A pattern in parentheses has no effect.',
    role: 'deny',
    shape: tools,
    example: '[run_shell_command]',
  },
  model: {
    ...dropped,
    onInvalid: refuses.says,
    summary: 'The model that runs the agent.',
    details:
      'The name is not checked: any text is sent to the service unchanged, including `INHERIT` and `sonnet`. With `provider:model` another provider is used.',
    role: 'model',
    shape: {
      kind: 'model',
      converts: textOfAny,
      pattern: { matches: isModel, wanted: 'a model, also after a provider and a colon' },
    },
    invalidSeverity: 'error',
    evidence: enforced,
    default: '`inherit`',
    example: 'inherit',
  },
  approvalMode: {
    ...needed,
    summary: 'What the agent may do without asking.',
    role: 'mode',
    shape: {
      kind: 'choice',
      choices: approvalModes,
      orEmpty: true,
      near: {
        auto_edit: 'auto-edit',
        autoedit: 'auto-edit',
        acceptedits: 'auto-edit',
        bypasspermissions: 'yolo',
        dontask: 'default',
      },
    },
    decides: true,
    default: 'the mode of the main session',
    example: 'default',
  },
  permissionMode: {
    ...dropped,
    // The program fails when it writes such a value into its log.
    ofMapping: refuses,
    summary: 'The mode in the words of Claude Code; `approvalMode` wins over it.',
    shape: { kind: 'choice', choices: permissionModes },
    decides: true,
    undocumented: true,
    example: 'default',
  },
  maxTurns: {
    ...dropped,
    ofMapping: refuses,
    summary: 'How many turns the agent may take.',
    role: 'turns',
    shape: { kind: 'integer', min: 1 },
    example: '30',
  },
  background: {
    ...dropped,
    ofMapping: refuses,
    summary: 'Whether the agent runs in the background.',
    shape: { kind: 'flag' },
    default: '`false`',
    example: 'true',
  },
  color: {
    ...dropped,
    summary: 'The color of the agent in the terminal.',
    role: 'color',
    shape: { kind: 'choice', choices: colors },
    example: 'blue',
  },
  mcpServers: {
    ...dropped,
    summary: 'MCP servers that only this agent gets, by name.',
    details: 'A map of names to definitions. A list is ignored.',
    role: 'servers',
    shape: { kind: 'mapping' },
    nested: { kind: 'named', summary: 'The name of the server.', value: serverShape },
    example: '{ docs: { command: docs-server } }',
  },
  hooks: {
    ...dropped,
    summary: 'Commands that run at events of the agent.',
    shape: { kind: 'mapping' },
    example: '{ Stop: [] }',
  },
  runConfig: {
    ...dropped,
    summary: 'The limits of a run.',
    details: '`maxTurns` wins over `max_turns` here.',
    shape: { kind: 'mapping', checked: true, below: refuses },
    nested: {
      kind: 'mapping',
      keys: {
        max_turns: { summary: 'How many turns the agent may take.', value: { kind: 'positive', whole: true } },
        max_time_minutes: { summary: 'How many minutes the agent may take.', value: { kind: 'positive' } },
      },
    },
    example: '{ max_time_minutes: 10 }',
  },
  executor: {
    ...needed,
    summary: 'Another program that runs the agent.',
    shape: { kind: 'mapping', checked: true },
    nested: executorShape,
    ofNull: 'refused',
    decides: true,
    example: '{ kind: acp, command: claude-agent-acp }',
  },
  executionBackend: {
    ...needed,
    summary: 'Where the agent runs; it does not start without a container.',
    shape: { kind: 'choice', choices: [{ value: 'container', summary: 'In the container of the session.' }] },
    ofNull: 'refused',
    decides: true,
    example: 'container',
  },
  modelConfig: {
    ...dropped,
    summary: 'The model, as older versions wrote it; `model` wins over it.',
    shape: { kind: 'mapping' },
    nested: { kind: 'mapping', keys: { model: { summary: 'The model that runs the agent.', value: free } } },
    undocumented: true,
    example: '{ model: inherit }',
  },
} as const satisfies Readonly<Record<string, Field>>;
