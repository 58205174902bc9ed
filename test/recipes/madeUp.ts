/** What the recipes add: a rule, a field, a report format, and a host that does not exist. */

export const rule = {
  id: 'made-up',
  text: `/** Rule: reports every file, at its first character. */
import type { Rule } from './rule';

export const madeUp: Rule = {
  id: 'made-up',
  title: 'Every file is reported',
  why: 'A recipe adds this rule.',
  severity: 'hint',
  bad: [{ text: '---\\nname: a\\n^ made-up\\n---\\n' }],
  good: [],
  check: () => [{ span: { start: 0, end: 1 }, message: 'This is a file.' }],
};
`,
};

export const field = `  moodRing: {
    summary: 'The mood of the agent.',
    shape: { kind: 'text' },
    onInvalid: 'ignores the mood',
    invalidSeverity: 'warning',
    example: 'calm',
    evidence: observed,
  },
`;

export const format = `/** The report as a bare list of paths. */
import type { Checked } from '../check';

export const listReport = ({ files }: Checked): string => files.map(({ path }) => \`* \${path}\\n\`).join('');
`;

/** A host with two files of its own: its fields, and what else is known. */
export const host = {
  name: 'Zephyr',
  id: 'zephyr-agent',
  names: ['zephyr', 'moodRing', 'ask_oracle'],
  folder: 'zephyr/',
  exported: 'zephyrAgent',
  path: '/w/.zephyr/agents/reviewer.md',
  files: {
    'fields.ts': `/** The fields of a Zephyr agent. */
import type { Field } from '../dialect';

export const evidence = { source: 'Zephyr 1', checked: '2026-01-01', says: 'observed' } as const;

export const zephyrFields: Readonly<Record<string, Field>> = {
  name: {
    summary: 'What the agent is called.',
    role: 'identity',
    shape: { kind: 'text' },
    required: true,
    onInvalid: 'does not load the agent',
    invalidSeverity: 'error',
    example: 'reviewer',
    evidence,
  },
  moodRing: {
    summary: 'The mood of the agent.',
    shape: { kind: 'text' },
    onInvalid: 'ignores the mood',
    invalidSeverity: 'warning',
    example: 'calm',
    evidence,
  },
  tools: {
    summary: 'The tools of the agent.',
    role: 'allow',
    shape: { kind: 'tools' },
    onInvalid: 'ignores the tools',
    invalidSeverity: 'warning',
    example: 'ask_oracle',
    evidence,
  },
};
`,
    'index.ts': `/** What is known about the agents of Zephyr. */
import type { Dialect } from '../dialect';
import { evidence, zephyrFields } from './fields';

export const zephyrAgent: Dialect = {
  id: 'zephyr-agent',
  title: 'Zephyr agent',
  host: 'Zephyr',
  version: '1',
  files: ['**/.zephyr/agents/*.md'],
  lostHeader: { effect: 'does not load the agent', severity: 'error' },
  fields: zephyrFields,
  strayFields: {},
  tools: { ask_oracle: { summary: 'Asks the oracle.', effect: 'asks', subagents: 'always', evidence } },
  retired: {},
  foreign: {},
  shell: { tool: 'ask_oracle', programs: [] },
  wildcard: '*',
  mcpPrefix: 'mcp_',
  knownMcpServers: [],
  builtInAgents: [],
  models: { aliases: [], otherAliases: [], ids: [], retired: [], foreignPrefixes: [] },
};
`,
  },
};
