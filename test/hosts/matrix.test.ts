/** The matrix of recorded runs: what each host does with the same files. It has more runs than the records of the single hosts. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { isCut, type Reasons, type Run } from './recordedRuns';

const FOLDER = join('..', 'shared', 'facts', 'hosts');
const MATRIX = join(FOLDER, 'matrix.md');

/** The columns in their order: the format, and the path of a file of it. */
const columns: readonly (readonly [format: string, path: string])[] = [
  ['claude-code', '.claude/agents/probe.md'],
  ['claude-code-skill', '.claude/skills/probe/SKILL.md'],
  ['claude-code-command', '.claude/commands/probe.md'],
  ['vscode', '.github/agents/probe.agent.md'],
  ['vscode-claude', '.claude/agents/probe.md'],
  ['copilot-cli', '.github/agents/probe.agent.md'],
  ['opencode', '.opencode/agent/probe.md'],
  ['kilo', '.kilo/agent/probe.md'],
  ['gemini-cli', '.gemini/agents/probe.md'],
  ['qwen-code', '.qwen/agents/probe.md'],
  ['cline', '.cline/agents/probe.yaml'],
  ['droid', '.factory/droids/probe.md'],
  ['codex-skill', '.agents/skills/probe/SKILL.md'],
];

/** Records that have the texts of the runs. */
const records = [
  'opencode',
  'kilo',
  'gemini',
  'qwen',
  'copilot',
  'vscode',
  'cline',
  'droid',
  'claude-skill',
  'codex-skill',
];

/** Cases in which a text is not what decides, each with the reason. */
const decidedElsewhere: Reasons = {
  'b-latin1 copilot-cli': 'the bytes of the file are no UTF-8, which its text does not show',
  'b-latin1 codex-skill': 'the bytes of the file are no UTF-8, which its text does not show',
  'g-name-map codex-skill': 'the skill is loaded under the name that is written, which the run did not look for',
};

/** The format whose program lists agents that it cannot start. */
const LISTS_UNUSABLE = 'gemini-cli';

interface Case extends Run {
  readonly text: string;
}

/** The whole texts by the id of their run. */
function textsOfRuns(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const record of records)
    for (const { id, text } of JSON.parse(readFileSync(join(FOLDER, `${record}.json`), 'utf8')) as readonly Case[])
      if (/^[bfgy]-/.test(id) && !isCut(text)) texts.set(id, text);
  return texts;
}

describe('the matrix of recorded runs', () => {
  if (!existsSync(MATRIX)) {
    it('agrees with every verdict', { skip: 'the matrix is not here' }, () => undefined);
    return;
  }
  const texts = textsOfRuns();
  const rows = readFileSync(MATRIX, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '))
    .flatMap(([id = '', ...cells]) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ id, cells, text }];
    });
  for (const [i, [id, path]] of columns.entries())
    it(`agrees with every verdict on a file as ${id}`, () => {
      const format = formatById(id) ?? assert.fail(id);
      let count = 0;
      const wrong: string[] = [];
      for (const { id: run, cells, text } of rows) {
        const cell = cells[i]?.trim() ?? '';
        const verdict = readAgent(text, format, `/w/${path}`).verdict();
        // Nothing is said where the file alone does not decide.
        if (!/^[LDNA]$/.test(cell) || verdict === undefined || decidedElsewhere[`${run} ${id}`] !== undefined) continue;
        count++;
        const isListed = verdict.cause === 'body' && id === LISTS_UNUSABLE;
        const isLoaded = verdict.verdict !== 'does-not-load' || isListed;
        if (isLoaded !== /[LD]/.test(cell)) wrong.push(`${run}: ${cell}, ${verdict.reason ?? 'loads'}`);
      }
      assert.deepEqual(wrong, []);
      assert.ok(count >= 95, String(count));
    });
});
