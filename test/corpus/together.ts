/** Each repository of the corpus as one workspace: what the rules about several files report there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { rules } from '../../server/core/rules/index';
import { isAcross } from '../../server/core/rules/rule';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { tiesOf } from '../../server/core/workspace/ties';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { format } from '../agent';
import { absent, claudeAgents, type RealFile } from './realFiles';

/** The findings that were read by eye; `docs/accuracy.md` says what was found. */
const expected: Readonly<Record<string, number>> = {
  'skill-unknown': 0,
  'body-skill': 0,
  'server-unknown': 0,
  'report-key-drift': 0,
  'description-alike': 92,
  'descriptions-over-budget': 1,
};

/** Where a session reads the agent, whatever the folder in its repository is. */
const placed = ({ sourcePath }: RealFile): string =>
  `/r/${sourcePath.includes('.claude/agents/') ? '' : '.claude/agents/'}${sourcePath}`;

function workspaces(): readonly Index[] {
  const byRepository = new Map<string, RealFile[]>();
  for (const real of claudeAgents) {
    const repository = real.path.split('/')[1] ?? '';
    byRepository.set(repository, [...(byRepository.get(repository) ?? []), real]);
  }
  return [...byRepository.values()].map((files) =>
    indexOf(
      files.flatMap((real) => tiesOf(agentOf(real.file, format, placed(real)), unknownWorkspace) ?? []),
      { user: [], repositories: ['/r'] },
    ),
  );
}

describe('the repositories of the corpus as workspaces', { skip: absent }, () => {
  it('have the findings about several files that were read', () => {
    const counts = new Map<string, number>(Object.keys(expected).map((id) => [id, 0]));
    for (const index of workspaces()) {
      for (const ties of index.agents) {
        const around = index.around(ties.card.path);
        assert.ok(around !== undefined);
        for (const rule of rules.filter(isAcross)) {
          const found = [...rule.across(ties, around)];
          if (counts.has(rule.id)) counts.set(rule.id, (counts.get(rule.id) ?? 0) + found.length);
          for (const { related = [] } of found)
            for (const { in: other, span } of related)
              assert.ok(other === undefined || span.end >= span.start, other?.path);
        }
      }
    }
    assert.deepEqual(Object.fromEntries(counts), expected);
  });
});
