/** Real agents as they are written for every other host: what the host itself then makes of them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { type Converted, convert } from '../../server/core/convert/convert';
import { grantsOf, widened } from '../../server/core/convert/grants';
import { promptOf } from '../../server/core/convert/prompt';
import { conversionTargets } from '../../server/core/convert/targets';
import type { Format } from '../../server/core/hosts/host';
import { formatById } from '../../server/core/hosts/index';
import { fieldByRole } from '../../server/core/hosts/lookup';
import { format as mainFormat } from '../agent';
import { absent, realAgents } from './realFiles';

/** One of this many files is tried. */
const STEP = 6;

describe('real agents for other hosts', { skip: absent }, () => {
  const some = realAgents.filter(({ agent }, i) => i % STEP === 0 && agent.verdict()?.cause === null);
  const targets = Object.values(conversionTargets).filter(({ host }) => host !== mainFormat.host);

  it('are enough', () => {
    assert.ok(some.length > 150);
    assert.ok(targets.length > 0);
  });

  for (const target of targets)
    it(`load in ${target.host.name} with no more than they had`, () => {
      const faults: string[] = [];
      let converted = 0;
      for (const { agent, path } of some) {
        const conversion = convert(agent, target);
        if ('refused' in conversion) continue;
        converted++;
        faults.push(...faultsOf(agent, conversion, target).map((fault) => `${path}: ${fault}`));
      }
      assert.deepEqual(faults, []);
      assert.ok(converted > some.length / 2, `${converted} of ${some.length}`);
    });
});

/** The formats that read the agents meant for other hosts, by the dialect in the list of the files, and how many of them are tried. */
const OTHERS: readonly (readonly [dialect: string, format: string, step: number])[] = [
  ['copilot', 'vscode', 3],
  ['copilot', 'copilot-cli', 3],
  ['opencode', 'opencode', 1],
  ['opencode', 'kilo', 1],
  ['gemini', 'gemini-cli', 1],
];

describe('real agents of other hosts for every host', { skip: absent }, () => {
  for (const [dialect, id, step] of OTHERS)
    it(`load with no more than they had as ${id}`, () => {
      const format = formatById(id) ?? assert.fail(id);
      const faults: string[] = [];
      let converted = 0;
      for (const { text, path, sourcePath } of realAgents.filter((one) => one.dialect === dialect)) {
        if (step > 1 && path.length % step !== 0) continue;
        const agent = readAgent(text, format, sourcePath);
        for (const target of Object.values(conversionTargets)) {
          const conversion = convert(agent, target);
          if ('refused' in conversion) continue;
          converted++;
          faults.push(...faultsOf(agent, conversion, target).map((fault) => `${path} for ${target.id}: ${fault}`));
        }
      }
      assert.deepEqual(faults, []);
      assert.ok(converted > 5, String(converted));
    });
});

function faultsOf(agent: Agent, { text, path, changes, widens }: Converted, target: Format): readonly string[] {
  const now = readAgent(text, target, path);
  const verdict = now.verdict();
  const faults: string[] = [];
  if (verdict?.verdict === 'does-not-load') faults.push(`does not load: ${verdict.reason ?? ''}`);
  if (verdict?.verdict === 'loads-with-losses') faults.push(`loads with losses: ${verdict.reason ?? ''}`);
  const tools = agent.verdict()?.tools;
  if (tools !== undefined && verdict !== undefined && widens.length === 0)
    faults.push(...widened(grantsOf(tools, agent.format), grantsOf(verdict.tools, now.format)));
  for (const role of ['identity', 'purpose'] as const) {
    const key = fieldByRole(target, role)?.key;
    const isChanged = changes.some(({ what, outcome }) => what === key && outcome === 'changed');
    if (key !== undefined && !isChanged && written(now, key) !== written(agent, key)) faults.push(`another ${key}`);
  }
  if (promptOf(now, target).text.trim() !== promptOf(agent, target).text.trim()) faults.push('another prompt');
  const said = new Set(changes.map(({ what }) => what));
  const roles = new Set(['identity', 'allow', 'deny', 'prompt', 'tool-switches', 'tool-permissions']);
  for (const { entry, name } of agent.fields())
    if (!said.has(entry.key) && !(name.kind === 'known' && roles.has(name.field.role ?? '')))
      faults.push(`nothing said about ${entry.key}`);
  return faults;
}

function written(agent: Agent, key: string): string | undefined {
  const value = agent.entries().findLast((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}
