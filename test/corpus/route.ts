/** Requests to the repositories of the corpus: how often the agent that is meant comes first. `docs/accuracy.md` has the numbers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, agentOf } from '../../server/core/agent/agent';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { routerOf } from '../../server/core/workspace/route';
import { tiesOf } from '../../server/core/workspace/ties';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { format } from '../agent';
import { absent, claudeAgents } from './realFiles';

/** Requests, and how often the agent comes first and among the first three. They may only become better. */
const expected = { requests: 1_004, first: 813, amongThree: 932 };

/** Repositories with fewer agents leave no choice. */
const FEWEST = 3;

/** The first sentence of a body, in which most agents are told what they are for. It is not part of the description. */
function requestIn({ file: { source, body } }: Agent): string | undefined {
  const lines = source.text.slice(body.span.start).split('\n');
  const line = lines
    .map((one) => one.trim())
    .find((one) => one !== '' && !one.startsWith('#') && !one.startsWith('```'));
  return line === undefined ? undefined : (/^.{20,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line);
}

function repositories(): readonly Index[] {
  const byName = new Map<string, Agent[]>();
  for (const real of claudeAgents) {
    const repository = real.path.split('/')[1] ?? '';
    // Each file counts, also those of one name.
    const path = `/r/.claude/agents/${real.path}`;
    byName.set(repository, [...(byName.get(repository) ?? []), agentOf(real.file, format, path)]);
  }
  return [...byName.values()].map((agents) => {
    const one = agents.map((agent) => tiesOf(agent, unknownWorkspace));
    return indexOf(one.flatMap((ties) => ties ?? []));
  });
}

describe('the first sentences of agents as requests', { skip: absent }, () => {
  it('lead to the agent as often as before', () => {
    const requests = new Map(
      claudeAgents.flatMap((real): readonly (readonly [string, string])[] => {
        const request = requestIn(agentOf(real.file, format));
        return request === undefined ? [] : [[`/r/.claude/agents/${real.path}`, request]];
      }),
    );
    const counts = { requests: 0, first: 0, amongThree: 0 };
    for (const index of repositories()) {
      const router = routerOf(index);
      if (router.candidates < FEWEST) continue;
      for (const { card } of index.agents) {
        const request = requests.get(card.path);
        if (request === undefined || index.around(card.path)?.agent(card.name ?? '').kind !== 'one') continue;
        const names = router.rank(request, 3).map(({ candidate }) => candidate.name);
        counts.requests++;
        if (names[0] === card.name) counts.first++;
        if (names.includes(card.name ?? '')) counts.amongThree++;
      }
    }
    assert.equal(counts.requests, expected.requests);
    assert.ok(counts.first >= expected.first && counts.amongThree >= expected.amongThree, JSON.stringify(counts));
  });
});
