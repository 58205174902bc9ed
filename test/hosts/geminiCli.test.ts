/** The verdict on Gemini CLI agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lookup } from '../../server/core/hosts/lookup';
import { describeRuns, isRecognized, type Reasons, type Run, whole } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly tools: readonly string[] | null;
}

const found = formatById('gemini-cli');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'at-pkg_.gemini_agents_probe.md':
    'only the folder of the project is read, and the path alone does not tell which folder that is',
  unacknowledged: 'the user has not yet accepted this agent',
  'override-settings-off': 'the settings switch this agent off',
  'settings-off': 'the settings switch agents off',
  'remote-ok-json': 'the server of the card does not answer',
  'remote-list': 'the servers of the cards do not answer',
  'agent_card_url-0': 'the server of the card does not answer',
};

/** Tools that no list decides: those that every agent has, and those that come with another one and cannot be listed. */
const besides = ['complete_task', 'list_background_processes', 'read_background_output'];

/** Tools of MCP servers depend on the servers of the session, and some tools on how the session runs. */
const isComparable = (name: string): boolean =>
  !name.startsWith('mcp_') &&
  !name.startsWith('discovered_tool_') &&
  !besides.includes(name) &&
  lookup(format.tools, name)?.status !== 'undocumented';

describeRuns<Case>('Gemini CLI agents', 'gemini', decidedElsewhere, (cases) => {
  for (const one of cases) {
    const { id, file, text, loaded, name, tools } = one;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      const verdict = readAgent(whole(text), format, file).verdict();
      if (decidedElsewhere[id] !== undefined) {
        assert.notEqual(verdict?.verdict, 'does-not-load', 'nothing in the file is wrong');
        return;
      }
      assert.ok(verdict !== undefined);
      // An agent that cannot be started is listed nevertheless.
      const isListed = verdict.cause === null || verdict.cause === 'body';
      assert.equal(isListed, loaded, verdict.reason ?? 'loads');
      if (loaded) assert.equal(verdict.name, name);
      assert.equal(verdict.cause === null, tools !== null && loaded, 'whether it starts');
      if (tools === null || !loaded) return;
      assert.deepEqual(verdict.tools.effective.filter(isComparable).sort(), tools.filter(isComparable).sort());
    });
  }
});
