/** The verdict on Codex agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { describeRuns, isRecognized, type Reasons, type Run } from './recordedRuns';

interface Case extends Run {
  readonly kind: string;
  readonly text: unknown;
  readonly note: string | null;
  readonly tools: readonly string[] | null;
  readonly model: string | null;
  readonly files?: Readonly<Record<string, string>>;
}

const found = formatById('codex');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'toml-latin1': 'the file is not UTF-8, which a text does not show',
};

const usual = { name: '"probe"', description: '"Does things"', developer_instructions: '"You are a probe."' };

/** The record does not repeat the text of most files that load; the note has the field that was tried. */
function textOf({ text, file, files, kind, name, note }: Case): string | undefined {
  if (typeof text === 'string') return text;
  const own = files?.[file];
  if (own !== undefined) return own;
  const [, key, value] = /^(\w+) = (.+)$/s.exec(note ?? '') ?? [];
  const named = kind === 'name' && name !== null ? { name: JSON.stringify(name) } : {};
  const written = key === undefined || value === undefined ? {} : { [key]: value };
  return Object.entries({ ...usual, ...named, ...written })
    .map(([field, what]) => `${field} = ${what}\n`)
    .join('');
}

describeRuns<Case>('Codex agents', 'codex', decidedElsewhere, (cases) => {
  for (const one of cases) {
    const { id, file, loaded, name, tools } = one;
    // The main file declares agents in these cases.
    if (file.endsWith('config.toml')) continue;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      const text = textOf(one);
      if (text === undefined) return;
      const verdict = readAgent(text, format, file).verdict();
      assert.ok(verdict !== undefined);
      if (decidedElsewhere[id] !== undefined) {
        assert.notEqual(verdict.verdict, 'does-not-load', 'nothing in the file is wrong');
        return;
      }
      // With an empty model the agent is listed, but every start fails.
      if (/^model = ""$/m.test(text)) {
        assert.equal(one.model, null);
        assert.equal(verdict.cause, 'fields');
        return;
      }
      assert.equal(verdict.cause === null, loaded, verdict.reason ?? 'loads');
      if (!loaded) return;
      assert.equal(verdict.name, name);
      if (tools !== null && tools.length > 0)
        assert.deepEqual(verdict.tools.effective.filter((tool) => !tool.startsWith('mcp__')).sort(), [...tools].sort());
    });
  }
});
