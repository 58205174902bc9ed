/** Names that the configuration allows: the rules that call them unknown are silent, and all others speak. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  agentOfExample,
  type LintFinding,
  lint,
  parseSettings,
  rules,
  workspaceOfExample,
} from '../../server/core/index';
import { document } from '../../server/core/text/document';
import { agent } from '../agent';
import { readMarks } from '../marks';

const text = document`
  ---
  name: a
  description: Does a thing.
  tools: Read, Deploy, acme_build, Edti, LS
  modle: opus
  owner: me
  team: ours
  ---
  Hi
  `;

function found(allow: object): readonly string[] {
  const { findings } = lint(agent(text), { settings: parseSettings({ allow }) });
  const wanted = ['tool-unknown', 'tool-removed', 'field-unknown', 'field-misnamed'];
  return findings
    .filter(({ rule }) => wanted.includes(rule))
    .map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
}

const all = [
  'tool-unknown Deploy',
  'tool-unknown acme_build',
  'tool-unknown Edti',
  'tool-removed LS',
  'field-misnamed modle',
  'field-unknown owner',
];

describe('allowed names', () => {
  const without = (...some: readonly string[]): readonly string[] => all.filter((one) => !some.includes(one));
  const table: readonly (readonly [object, readonly string[]])[] = [
    [{}, all],
    [{ tools: ['Deploy'] }, without('tool-unknown Deploy')],
    [{ tools: ['acme_*', 'E?ti'] }, without('tool-unknown acme_build', 'tool-unknown Edti')],
    // A tool that the host has removed is not unknown.
    [{ tools: ['*'] }, without('tool-unknown Deploy', 'tool-unknown acme_build', 'tool-unknown Edti')],
    [{ fields: ['modle'] }, without('field-misnamed modle')],
    [{ fields: ['owner'] }, [...without('field-unknown owner'), 'field-unknown team']],
    [{ fields: ['owner', 'team'] }, without('field-unknown owner')],
    [{ servers: ['Deploy'], agents: ['*'], skills: ['*'], models: ['*'] }, all],
  ];
  for (const [allow, expected] of table)
    it(JSON.stringify(allow), () => assert.deepEqual([...found(allow)].toSorted(), [...expected].toSorted()));

  it('make an agent start whose tools are all unknown', () => {
    const none = document`
      ---
      name: a
      description: Does a thing.
      tools: Deploy
      ---
      Hi
      `;
    const ids = (allow: object) =>
      lint(agent(none), { settings: parseSettings({ allow }) }).findings.map(({ rule }) => rule);
    assert.ok(ids({}).includes('tools-unresolved'));
    assert.ok(!ids({ tools: ['Deploy'] }).some((rule) => rule.startsWith('tool')));
  });

  it('silence each rule that says which names are unknown', () => {
    const silenced = new Set<string>();
    for (const rule of rules) {
      for (const example of rule.bad) {
        const { text: plain } = readMarks(example.text);
        const subject = agentOfExample(example, plain);
        const workspace = workspaceOfExample(example, plain);
        const findings: readonly LintFinding[] = lint(subject, { workspace, rules: [rule] }).findings;
        for (const { unknown } of findings) {
          if (unknown === undefined) continue;
          silenced.add(rule.id);
          const settings = parseSettings({ allow: { [unknown.kind]: unknown.names } });
          const left = lint(subject, { workspace, rules: [rule], settings }).findings;
          assert.ok(left.length < findings.length, `${rule.id} still reports ${unknown.names}`);
        }
      }
    }
    assert.deepEqual([...silenced].toSorted(), [
      'agent-unknown',
      'body-skill',
      'field-misnamed',
      'field-unknown',
      'model-unknown',
      'permission-key',
      'server-unknown',
      'skill-unknown',
      'tool-foreign',
      'tool-server',
      'tool-shell',
      'tool-unknown',
      'tools-unresolved',
    ]);
  });
});
