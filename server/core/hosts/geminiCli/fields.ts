/** The fields of a Gemini CLI agent, local and remote. */

import type { Choice } from '../choice';
import type { Field, Shape, StrayField } from '../field';
import { jsYamlType } from '../jsYamlType';
import type { NestedShape } from '../nestedShape';
import { foreignWith, misspelledWith } from '../strayTable';
import { enforced, observed } from './evidence';

const strict = {
  onInvalid: 'does not load the file',
  invalidSeverity: 'error',
  ofNull: 'refused',
  evidence: enforced,
} as const;

const text = (more: Partial<Extract<Shape, { kind: 'string' }>> = {}): Shape => ({
  kind: 'string',
  otherType: jsYamlType,
  ...more,
});

const taken = 'keeps its built-in agent of that name and ignores this file';

const kinds: readonly Choice[] = [
  { value: 'local', summary: 'Runs in this program, with the text below the frontmatter as its prompt.' },
  {
    value: 'remote',
    summary: 'Is reached over the network with the A2A protocol; needs `agent_card_url` or `agent_card_json`.',
  },
];

/** The built-in agents. The program reads them first, and the first of several with the same name wins. */
export const geminiCliBuiltIn: readonly string[] = ['codebase_investigator', 'cli_help', 'generalist'];

const shared = {
  name: {
    ...strict,
    summary: 'What the agent is called. The file name does not matter.',
    role: 'identity',
    shape: text({
      minLength: 1,
      pattern: {
        matches: (name) => /^[a-z0-9-_]+$/.test(name),
        wanted: 'lower-case letters, digits, hyphens and underscores',
      },
      forbidden: geminiCliBuiltIn.map((name) => ({ at: 'whole', text: name, effect: taken })),
    }),
    required: true,
    example: 'code-reviewer',
  },
  kind: {
    ...strict,
    summary: 'Whether the agent runs here or elsewhere.',
    shape: { kind: 'choice', choices: kinds },
    default: '`local`',
    example: 'local',
  },
  display_name: { ...strict, summary: 'The name that is shown.', shape: text(), example: 'Code Reviewer' },
} as const satisfies Readonly<Record<string, Field>>;

const description: Field = {
  ...strict,
  summary: 'Tells the main model when to hand work to this agent.',
  role: 'purpose',
  templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
  shape: text({ minLength: 1 }),
  required: true,
  example: 'Reviews changes for errors. Use it after code was written.',
};

const free: NestedShape = { kind: 'free' };
const string: NestedShape = { kind: 'scalar', type: 'string' };
const strings: NestedShape = { kind: 'sequence', item: string };
const named: NestedShape = { kind: 'named', summary: 'A name of your own.', value: string };

const serverShape: NestedShape = {
  kind: 'mapping',
  keys: {
    command: { summary: 'The program that is the server, for one that runs here.', value: string },
    args: { summary: 'The arguments of the program.', value: strings },
    env: { summary: 'Environment variables of the program.', value: named },
    cwd: { summary: 'The folder in which the program runs.', value: string },
    url: { summary: 'The address of a server that is reached by server-sent events.', value: string },
    http_url: { summary: 'The address of a server that is reached by HTTP.', value: string },
    headers: { summary: 'Headers of each request.', value: named },
    tcp: { summary: 'The address of a server that is reached over a web socket.', value: string },
    type: {
      summary: 'How `url` is spoken to.',
      value: {
        kind: 'word',
        choices: [
          { value: 'http', summary: 'HTTP.' },
          { value: 'sse', summary: 'Server-sent events.' },
        ],
      },
    },
    timeout: { summary: 'The timeout of a request, in milliseconds.', value: { kind: 'scalar', type: 'number' } },
    trust: { summary: 'Whether its tools run without being asked about.', value: { kind: 'scalar', type: 'boolean' } },
    description: { summary: 'What the server is for.', value: string },
    include_tools: {
      summary: 'The only tools of the server that are offered.',
      value: strings,
    },
    exclude_tools: { summary: 'Tools of the server that are not offered.', value: strings },
    auth: { summary: 'How to log in.', value: free },
  },
};

/** A local agent, which runs in the program. */
export const geminiCliFields = {
  name: shared.name,
  description,
  tools: {
    ...strict,
    summary: 'The only tools that the agent gets.',
    details:
      'A YAML list; text with commas is refused. With one unknown name, the file does not load. `*` means every tool, `mcp_*` the tools of all MCP servers, ' +
      '`mcp_server_*` those of one server and `mcp_server_tool` one of them. With `[]` the agent has no tool but `complete_task`, which every agent gets.',
    role: 'allow',
    shape: { kind: 'tools', only: 'list' },
    default: 'the tools of the main session, except for those that no agent gets',
    example: '[read_file, grep_search, glob]',
  },
  model: {
    ...strict,
    summary: 'The model that runs the agent.',
    details:
      'The name is not checked: any text that is not an alias is sent to the service unchanged, including `Inherit` and `sonnet`.',
    role: 'model',
    shape: { kind: 'model', text: true },
    default: '`inherit`',
    example: 'inherit',
  },
  max_turns: {
    ...strict,
    summary: 'How many turns the agent may take.',
    role: 'turns',
    shape: { kind: 'integer', min: 1, unquoted: true },
    default: '30',
    example: '30',
  },
  timeout_mins: {
    ...strict,
    summary: 'How many minutes the agent may take.',
    shape: { kind: 'integer', min: 1, unquoted: true },
    default: '10',
    example: '10',
  },
  temperature: {
    ...strict,
    summary: 'The sampling temperature.',
    details: 'The value has no effect in 0.61.0: every request carries 1.',
    noEffect: 'every request carries 1.',
    role: 'temperature',
    shape: { kind: 'number' },
    default: '1',
    example: '0.2',
    evidence: observed,
  },
  mcp_servers: {
    ...strict,
    summary: 'MCP servers that only this agent gets, by name.',
    role: 'servers',
    shape: { kind: 'mapping', checked: true },
    nested: { kind: 'named', summary: 'The name of the server.', value: serverShape },
    example: '{ docs: { command: docs-server } }',
  },
  kind: shared.kind,
  display_name: shared.display_name,
} as const satisfies Readonly<Record<string, Field>>;

const auth: Field = {
  ...strict,
  summary: 'How to log in to the agent.',
  shape: { kind: 'mapping' },
  example: '{ type: apiKey, key: $KEY }',
};

const isJson = (written: string): boolean => {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
};

const remote = {
  name: shared.name,
  description: { ...description, required: false },
  kind: shared.kind,
  display_name: shared.display_name,
  auth,
};

const cardUrl: Field = {
  ...strict,
  summary: 'The address of the card that describes the agent.',
  shape: text({
    pattern: {
      matches: (url) => /^[a-z][a-z0-9+.-]*:\S/i.test(url),
      wanted: 'a whole address such as `https://example.org/card.json`',
    },
  }),
  example: 'https://example.org/card.json',
};

const cardJson: Field = {
  ...strict,
  summary: 'The card that describes the agent, as JSON in a text.',
  shape: text({ pattern: { matches: isJson, wanted: 'valid JSON in quotes or in a block (`|`)' } }),
  example: `'{"name": "helper"}'`,
};

const noCard = 'does not load a remote agent without `agent_card_url` or `agent_card_json`';

/** The fields of a remote agent, which gives either the URL of its agent card or the card itself. */
export const geminiCliRemoteFields: Readonly<Record<'url' | 'json' | 'no-card', Readonly<Record<string, Field>>>> = {
  url: { ...remote, agent_card_url: { ...cardUrl, required: true } },
  json: { ...remote, agent_card_json: { ...cardJson, required: true } },
  'no-card': {
    ...remote,
    kind: { ...shared.kind, shape: text({ forbidden: [{ at: 'whole', text: 'remote', effect: noCard }] }) },
    agent_card_url: cardUrl,
    agent_card_json: cardJson,
  },
};

const refused = 'is not a field here, and the file does not load';

const misspelled = misspelledWith(refused, 'error');

const foreign = foreignWith('stops the file from loading', 'error');

/** Keys that people write into such files although there is no such field. */
export const geminiCliStray: Readonly<Record<string, StrayField>> = {
  mcpServers: misspelled('mcp_servers'),
  mcp: misspelled('mcp_servers'),
  maxTurns: misspelled('max_turns'),
  steps: misspelled('max_turns'),
  timeoutMins: misspelled('timeout_mins'),
  displayName: misspelled('display_name'),
  allowedTools: misspelled('tools'),
  'allowed-tools': misspelled('tools'),
  color: foreign('Claude Code'),
  disallowedTools: foreign('Claude Code'),
  effort: foreign('Claude Code'),
  hooks: foreign('Claude Code'),
  isolation: foreign('Claude Code'),
  memory: foreign('Claude Code'),
  permissionMode: foreign('Claude Code'),
  skills: foreign('Claude Code'),
  mode: foreign('OpenCode'),
  permission: foreign('OpenCode'),
  handoffs: foreign('VS Code'),
  target: foreign('GitHub Copilot'),
};
