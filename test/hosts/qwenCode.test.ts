/** The verdict on Qwen Code agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { textOfAny } from '../../server/core/hosts/qwenCode/texts';
import { describeRuns, isRecognized, type Reasons, type Run, whole } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly tools: readonly string[] | null;
  /** What the main model is told about the agent: the first line of the description. */
  readonly description?: string | null;
  /** All files of the case, where there are several; a link begins with an arrow. */
  readonly files?: Readonly<Record<string, string>> | null;
}

const found = formatById('qwen-code');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'at-parent': 'the program was started in a folder below, and reads the project of that folder only',
  'executor-0': 'the other program is not there, so the agent does not start',
  'executionBackend-0': 'the session has no container, so the agent does not start',
};

/** The case that is about the file beside a README. */
const besideNote: Reasons = { 'p-readme': '.qwen/agents/probe.md' };

/** What the program reads in a file of the case, which may be a link to another one. */
function textOf({ id, text, files }: Case): string {
  const written = besideNote[id] === undefined ? text : (files?.[besideNote[id]] ?? text);
  const [, name] = /^-> (?:.*\/)?(.+)$/.exec(written) ?? [];
  return name === undefined ? written : (files?.[name] ?? written);
}

/** The description as the program has it in its list of agents. */
function descriptionIn(agent: Agent): string | undefined {
  const value = agent.entries().findLast(({ key }) => key === 'description')?.value;
  return value === undefined ? undefined : textOfAny(value)?.trim().split('\n')[0];
}

/** Tools of MCP servers without a list of them depend on the servers of the session. */
const isComparable = (name: string): boolean => !name.startsWith('mcp__');

describeRuns<Case>('Qwen Code agents', 'qwen', { ...decidedElsewhere, ...besideNote }, (cases) => {
  for (const one of cases) {
    const { id, file, loaded, name, tools } = one;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      const agent = readAgent(whole(textOf(one)), format, file);
      const verdict = agent.verdict();
      if (decidedElsewhere[id] !== undefined) {
        assert.notEqual(verdict?.verdict, 'does-not-load', 'nothing in the file is wrong');
        return;
      }
      assert.ok(verdict !== undefined);
      // An agent that cannot be started is listed nevertheless.
      const isListed = verdict.cause === null || verdict.cause === 'body';
      assert.equal(isListed, loaded, verdict.reason ?? 'loads');
      if (loaded) assert.equal(verdict.name, name);
      // An alias stands for a value elsewhere.
      if (loaded && one.description !== undefined && id !== 'y-anchor')
        assert.equal(descriptionIn(agent), one.description?.trim());
      assert.equal(verdict.cause === null, tools !== null && loaded, 'whether it starts');
      if (tools === null || !loaded) return;
      assert.deepEqual(verdict.tools.effective.filter(isComparable).sort(), tools.filter(isComparable).sort());
    });
  }
});
