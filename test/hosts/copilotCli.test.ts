/** The verdict on Copilot CLI agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lookup } from '../../server/core/hosts/lookup';
import { isMcpName } from '../../server/core/hosts/toolName';
import { describeRuns, isRecognized, type Reasons, type Run } from './recordedRuns';

interface Case extends Run {
  readonly kind: string;
  readonly text: string;
  readonly tools: readonly string[] | null;
}

const found = formatById('copilot-cli');
assert.ok(found !== undefined);
const format = found;

/** Cases that something outside the text of the file decides, each with the reason. */
const decidedElsewhere: Reasons = {
  'at-.copilot_agents_probe.agent.md':
    "only the user's folder of this name is read, and the path alone does not tell which folder that is",
  'b-latin1': 'the bytes of the file are not valid UTF-8, and the record has the text',
  'b-large': 'the record has the beginning of the text only',
  'p-readme': 'the record is about the agent beside the file',
  'disable-model-invocation-0': 'the agent is loaded, and only hidden from the model that was asked',
  'main-missing': 'the run names an agent that does not exist',
  'main-nested': 'the run names an agent that does not exist',
};

/** Tools that no list decides: the main agent has them always. */
const ofMainAgent = ['skill', 'sql'];

/** Which tools of servers there are depends on the servers of the session. */
const isComparable = (name: string): boolean =>
  !isMcpName(name, format) && (lookup(format.tools, name) !== undefined || !/^(?:srv|in)-/.test(name));

describeRuns<Case>('Copilot CLI agents', 'copilot', decidedElsewhere, (cases) => {
  for (const one of cases) {
    const { id, kind, file, text, loaded, name, tools } = one;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      if (decidedElsewhere[id] !== undefined) return;
      const verdict = readAgent(text, format, file).verdict();
      assert.ok(verdict !== undefined);
      assert.equal(verdict.cause === null, loaded, verdict.reason ?? 'loads');
      if (!loaded) return;
      assert.equal(verdict.name, name);
      const given =
        kind === 'main' && !verdict.tools.inherited ? tools?.filter((one) => !ofMainAgent.includes(one)) : tools;
      assert.deepEqual([...verdict.tools.effective].filter(isComparable).sort(), given?.filter(isComparable).sort());
    });
  }
});
