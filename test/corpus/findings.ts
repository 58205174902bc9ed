/** Findings over 1,354 public agent files: nothing throws, and every change of what is reported shows as a diff of one file. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { completionAt } from '../../server/core/features/completion/completion';
import { hoverAt } from '../../server/core/features/hover/hover';
import { foldingOf } from '../../server/core/features/structure/folding';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { positionAt } from '../../server/core/text/source';
import { absent, claudeAgents, realAgents } from './realFiles';

const snapshot = join('test', 'snapshots', 'corpus-findings.txt');

describe('the agents of the corpus', { skip: absent }, () => {
  it('never make a feature throw, at many offsets', () => {
    for (const { text, agent, lint, path } of realAgents) {
      assert.deepEqual(lint.failures, [], path);
      symbolsOf(agent);
      foldingOf(agent);
      for (let i = 0; i <= 10; i++) {
        const offset = Math.floor((text.length * i) / 10);
        completionAt(agent, offset);
        hoverAt(agent, offset);
      }
    }
  });

  it('have the findings of the snapshot', () => {
    const counts = new Map<string, number>();
    const lines: string[] = [];
    for (const { file, lint, path } of claudeAgents) {
      for (const finding of lint.findings) {
        const { line, character } = positionAt(file.source, finding.span.start);
        const end = positionAt(file.source, finding.span.end);
        const kind = `${finding.rule} ${finding.severity}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        lines.push(`${path}:${line}:${character}-${end.line}:${end.character} ${kind}`);
      }
    }
    const table = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `# ${kind}: ${count}`);
    const now = `${[`# ${claudeAgents.length} files`, ...table, ...lines.sort()].join('\n')}\n`;
    if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(snapshot, now);
    assert.equal(
      now,
      readFileSync(snapshot, 'utf8'),
      'run UPDATE_SNAPSHOTS=1 node build.mjs unit corpus, and read the diff',
    );
  });
});
