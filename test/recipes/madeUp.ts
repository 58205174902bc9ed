/** What the recipes add: a rule, a field, a tool, a model, an output format, and a host that does not exist. */

import { document } from '../../server/core/text/document';

export const rule = {
  id: 'made-up',
  text: document`
    /** Rule: reports every file, at its first character. */
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

export const field = document`
    moodRing: {
      summary: 'The mood of the agent.',
      shape: { kind: 'string' },
      onInvalid: 'ignores the mood',
      invalidSeverity: 'warning',
      example: 'calm',
      evidence: observed,
    },
  `;

export const tool = document`
    RecipeTool: { summary: 'Moves the session.', effect: 'state', subagents: 'always', evidence: observed },
  `;

export const model = "{ value: 'recipe-model', summary: 'A model.' }, ";

export const format = `/** The checked files as a bare list of paths. */
import type { CheckFormatter } from './formatter';

export const list: CheckFormatter = ({ files }) => files.map(({ path }) => \`* \${path}\\n\`).join('');
`;

/** A host with two files: its fields, and everything else. */
export const host = {
  name: 'Zephyr',
  id: 'zephyr-agent',
  names: ['zephyr', 'moodRing', 'ask_oracle'],
  folder: 'zephyr/',
  exported: 'zephyr',
  path: '/w/.zephyr/agents/reviewer.md',
  files: {
    'fields.ts': document`
      /** The fields of a Zephyr agent. */
      import type { Field } from '../field';

      export const evidence = { source: 'Zephyr 1', checked: '2026-01-01', says: 'observed' } as const;

      export const zephyrFields: Readonly<Record<string, Field>> = {
        name: {
          summary: 'What the agent is called.',
          role: 'identity',
          shape: { kind: 'string' },
          required: true,
          onInvalid: 'does not load the agent',
          invalidSeverity: 'error',
          example: 'reviewer',
          evidence,
        },
        moodRing: {
          summary: 'The mood of the agent.',
          shape: { kind: 'string' },
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
    'index.ts': document`
      /** Zephyr and the agents that it reads. */
      import type { Format, Host } from '../host';
      import { evidence, zephyrFields } from './fields';

      const host = { id: 'zephyr', name: 'Zephyr', version: '1' } as const;

      const zephyrAgent: Format = {
        id: 'zephyr-agent',
        title: 'Zephyr agent',
        host,
        files: ['**/.zephyr/agents/*.md'],
        on: {
          noFrontMatter: { says: 'does not load the agent', severity: 'error' },
          unknownField: { says: 'ignores it', severity: 'hint' },
          unknownTool: { says: 'ignores it', severity: 'warning' },
          duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
        },
        fields: zephyrFields,
        strayFields: {},
        tools: { ask_oracle: { summary: 'Asks the oracle.', effect: 'asks', subagents: 'always', evidence } },
        toolSets: [],
        retired: {},
        foreign: {},
        shell: { tool: 'ask_oracle', programs: [] },
        wildcard: '*',
        toolPatterns: 'ignored',
        splitsNamesAt: 'commas and spaces',
        mcp: {
          prefix: 'mcp_',
          spelled: 'mcp_<server>_<tool>',
          spell: (server, tool) => \`mcp_\${server}_\${tool ?? '*'}\`,
          fault: () => undefined,
          covers: (name, wanted) => name === wanted,
          knownServers: [],
        },
        builtInAgents: [],
        models: { aliases: [], otherAliases: [], ids: [], retired: [], foreignPrefixes: [] },
        read: ({ frontMatter }) =>
          frontMatter?.closer === undefined
            ? { kind: 'unseen' }
            : { kind: 'read', repaired: false, entries: frontMatter.entries, closer: frontMatter.closer },
        judge: () => undefined,
      };

      export const zephyr: Host = { ...host, formats: [zephyrAgent], notes: {} };
      `,
  },
};
