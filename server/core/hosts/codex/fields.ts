/** The fields of a Codex agent: its own, and those of config.toml that make sense for one agent. */

import type { Choice } from '../choice';
import type { Field, StrayField } from '../field';
import { foreignWith, misspelledWith } from '../strayTable';
import { configFields, strict } from './config';
import { documented, enforced, observed } from './evidence';
import { features, granular, servers, skills, tools, workspace } from './nested';
import { filled, looseTable, nicknames, nonEmpty, oneOf, string, table, words } from './shapes';

const sandboxes: readonly Choice[] = [
  { value: 'read-only', summary: 'Commands can read files and change nothing.' },
  { value: 'workspace-write', summary: 'Commands can write in the folder of the project.' },
  { value: 'danger-full-access', summary: 'Commands run without a sandbox.' },
];

const approvals: readonly Choice[] = [
  { value: 'untrusted', summary: 'Asks before every command that is not known to only read.' },
  { value: 'on-request', summary: 'The model decides when to ask.' },
  { value: 'on-failure', summary: 'Asks when a command fails in the sandbox; deprecated.' },
  { value: 'never', summary: 'Never asks; what fails goes back to the model.' },
];

const searches: readonly Choice[] = [
  { value: 'disabled', summary: 'No search.' },
  { value: 'cached', summary: 'Answers from a cache, without access to the network.' },
  { value: 'indexed', summary: 'Answers from an index.' },
  { value: 'live', summary: 'Searches the web itself.' },
];

const own = {
  name: {
    ...strict,
    summary: 'What the agent is called. The file name does not matter.',
    details: 'Any characters are allowed. `default`, `explorer` and `worker` replace the built-in agents.',
    role: 'identity',
    shape: filled,
    required: true,
    example: '"code-reviewer"',
    evidence: enforced,
  },
  description: {
    ...strict,
    summary: 'Tells the main model when to hand work to this agent.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
    shape: filled,
    required: true,
    example: '"Reviews changes for errors. Use it after code was written."',
    evidence: enforced,
  },
  developer_instructions: {
    ...strict,
    summary: 'The prompt of the agent.',
    role: 'prompt-text',
    details:
      'The agent gets it as a message of the developer. Between `\'\'\'` the text is taken as it is written; between `"""` a backslash begins an escape.',
    shape: filled,
    required: true,
    example: '"You review code."',
    evidence: enforced,
  },
  nickname_candidates: {
    ...strict,
    summary: 'Names for running instances of the agent.',
    shape: nicknames,
    example: '["Ada", "Grace"]',
    evidence: enforced,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Keys of config.toml that change how the agent works. */
const common = {
  model: {
    ...strict,
    summary: 'The model that runs the agent.',
    details: 'The name is not checked: any text is sent to the service unchanged, including `inherit` and `sonnet`.',
    role: 'model',
    shape: { kind: 'model', text: true, empty: 'lists the agent, but cannot start it' },
    default: 'the model of the session',
    example: '"gpt-5.6-sol"',
    evidence: observed,
  },
  model_reasoning_effort: {
    ...strict,
    summary: 'How much the model thinks.',
    role: 'effort',
    details: 'The word is not checked and goes to the service as it is written: usually `low`, `medium` or `high`.',
    shape: nonEmpty,
    example: '"high"',
    evidence: observed,
  },
  sandbox_mode: {
    ...strict,
    summary: 'What commands can change.',
    details: 'Agents have no list of tools: the sandbox and the approval policy limit them.',
    role: 'mode',
    shape: oneOf(sandboxes),
    example: '"read-only"',
    evidence: enforced,
  },
  approval_policy: {
    ...strict,
    summary: 'When a person is asked before a command runs.',
    decides: true,
    shape: oneOf(approvals, granular),
    example: '"on-request"',
    evidence: enforced,
  },
  sandbox_workspace_write: {
    ...strict,
    summary: 'What `workspace-write` allows in addition.',
    shape: looseTable,
    nested: workspace,
    example: '{ network_access = false }',
    evidence: documented,
  },
  web_search: {
    ...strict,
    summary: 'Whether the agent can search the web.',
    shape: oneOf(searches),
    example: '"disabled"',
    evidence: enforced,
  },
  mcp_servers: {
    ...strict,
    summary: 'MCP servers, by name.',
    role: 'servers',
    shape: table,
    nested: servers,
    example: '{ docs = { command = "docs-server" } }',
    evidence: enforced,
  },
  skills: {
    ...strict,
    summary: 'Which skills are on.',
    shape: looseTable,
    nested: skills,
    example: '{ config = [{ name = "deploy", enabled = false }] }',
    evidence: enforced,
  },
  tools: {
    ...strict,
    summary: 'Switches single tools on and off. It does not list the tools of the agent.',
    details: 'A list of names such as `["Read"]` is refused with the whole file.',
    shape: table,
    nested: tools,
    example: '{ view_image = false }',
    evidence: enforced,
  },
  features: {
    ...strict,
    summary: 'Switches features of the program.',
    shape: table,
    nested: features,
    example: '{ multi_agent = false }',
    evidence: documented,
  },
  model_reasoning_summary: {
    ...strict,
    summary: 'How detailed summaries of the reasoning are.',
    shape: words('auto', 'concise', 'detailed', 'none'),
    example: '"auto"',
    evidence: enforced,
  },
  model_verbosity: {
    ...strict,
    summary: 'How long answers are.',
    shape: words('low', 'medium', 'high'),
    example: '"medium"',
    evidence: enforced,
  },
  personality: {
    ...strict,
    summary: 'The tone of answers.',
    shape: words('none', 'friendly', 'pragmatic'),
    example: '"pragmatic"',
    evidence: enforced,
  },
  model_provider: {
    ...strict,
    summary: 'The service that offers the model.',
    shape: string,
    example: '"openai"',
    evidence: documented,
  },
  service_tier: {
    ...strict,
    summary: 'The service tier of requests.',
    shape: string,
    example: '"priority"',
    evidence: documented,
  },
} as const satisfies Readonly<Record<string, Field>>;

export const codexFields: Readonly<Record<string, Field>> = { ...own, ...common, ...configFields };

/** The key of the prompt, in which the body is. */
export const PROMPT = 'developer_instructions';

const refused = 'is not a field here, and the whole file is ignored';

const misspelled = misspelledWith(refused, 'error');

const foreign = foreignWith('stops the file from loading', 'error');

const ofClaude = [
  'color',
  'permissionMode',
  'permission_mode',
  'disallowedTools',
  'disallowed_tools',
  'maxTurns',
  'memory',
];

/** Keys that people write into such files although there is no such field. */
export const codexStray: Readonly<Record<string, StrayField>> = {
  prompt: misspelled(PROMPT),
  system_prompt: misspelled(PROMPT),
  developerInstructions: misspelled(PROMPT),
  body: misspelled(PROMPT),
  mcpServers: misspelled('mcp_servers'),
  mcp: misspelled('mcp_servers'),
  effort: misspelled('model_reasoning_effort'),
  reasoning_effort: misspelled('model_reasoning_effort'),
  reasoningEffort: misspelled('model_reasoning_effort'),
  'reasoning-effort': misspelled('model_reasoning_effort'),
  sandbox: misspelled('sandbox_mode'),
  sandboxMode: misspelled('sandbox_mode'),
  approvalMode: misspelled('approval_policy'),
  approvalPolicy: misspelled('approval_policy'),
  nicknames: misspelled('nickname_candidates'),
  ...Object.fromEntries(ofClaude.map((key) => [key, foreign('Claude Code')])),
  isolation: foreign('Claude Code'),
  background: foreign('Claude Code'),
  temperature: foreign('Gemini CLI'),
  max_turns: foreign('Gemini CLI'),
  timeout_mins: foreign('Gemini CLI'),
  mode: foreign('OpenCode'),
  permission: foreign('OpenCode'),
  steps: foreign('OpenCode'),
  handoffs: foreign('VS Code'),
  target: foreign('GitHub Copilot'),
};
