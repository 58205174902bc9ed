/** Findings over 1,354 public agent files: nothing throws, and every change of what is reported shows as a diff of one file. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { completionAt } from '../server/core/features/completion';
import { foldingOf } from '../server/core/features/folding';
import { hoverAt } from '../server/core/features/hover';
import { symbolsOf } from '../server/core/features/symbols';
import { readAsClaudeCode } from '../server/core/hosts/claudeCode';
import { lint } from '../server/core/lint';
import { positionAt } from '../server/core/text/source';
import { agent, dialect } from './agent';

const corpus = join('..', 'shared', 'corpus');
const facts = join('..', 'shared', 'facts');
const snapshot = join('test', 'snapshots', 'corpus-findings.txt');

interface Listed {
  readonly path: string;
  readonly sourcePath: string;
  readonly kind: string;
  readonly dialect: string;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The agent files of the corpus that are meant for `wanted`, or all of them; undefined when the corpus is not there. */
function listed(wanted?: string): readonly Listed[] | undefined {
  const manifest = join(corpus, 'MANIFEST.json');
  if (!existsSync(manifest)) return undefined;
  const all = readJson(manifest) as { readonly files?: readonly Listed[] } | readonly Listed[];
  const files = 'files' in all && all.files !== undefined ? all.files : (all as readonly Listed[]);
  return files.filter((file) => file.kind === 'agent' && (wanted === undefined || file.dialect === wanted));
}

const textOf = (file: Listed): string => readFileSync(join(corpus, file.path), 'utf8');

const skipped = (t: { skip: (reason: string) => void }): void => t.skip('the corpus is not beside the project');

describe('corpus', () => {
  it('is read without a throw, by every feature at many places', (t) => {
    const files = listed();
    if (files === undefined) return skipped(t);
    assert.ok(files.length > 1_000);
    for (const listedFile of files) {
      const text = textOf(listedFile);
      const file = agent(text);
      assert.deepEqual(lint(file, { dialect, path: listedFile.sourcePath }).failures, []);
      symbolsOf(file, dialect);
      foldingOf(file);
      for (let i = 0; i <= 10; i++) {
        const offset = Math.floor((text.length * i) / 10);
        completionAt(file, offset, dialect);
        hoverAt(file, offset, dialect);
      }
    }
  });

  it('has the findings of the snapshot', (t) => {
    const files = listed('claude');
    if (files === undefined) return skipped(t);
    const counts = new Map<string, number>();
    const lines: string[] = [];
    for (const listedFile of files) {
      const file = agent(textOf(listedFile));
      for (const finding of lint(file, { dialect, path: listedFile.sourcePath }).findings) {
        const { line, character } = positionAt(file.source, finding.span.start);
        const end = positionAt(file.source, finding.span.end);
        const kind = `${finding.rule} ${finding.severity}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        lines.push(`${listedFile.path}:${line}:${character}-${end.line}:${end.character} ${kind}`);
      }
    }
    const table = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `# ${kind}: ${count}`);
    const now = `${[`# ${files.length} files`, ...table, ...lines.sort()].join('\n')}\n`;
    if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(snapshot, now);
    assert.equal(
      now,
      readFileSync(snapshot, 'utf8'),
      'run UPDATE_SNAPSHOTS=1 node build.mjs unit corpus, and read the diff',
    );
  });

  it('is read as the validator of Claude Code read it', (t) => {
    const files = listed('claude');
    const verdicts = join(facts, 'vendor-verdicts.json');
    if (files === undefined || !existsSync(verdicts)) return skipped(t);
    const { doesNotParse } = readJson(verdicts) as { readonly doesNotParse: readonly string[] };
    const broken = files
      .filter((file) => readAsClaudeCode(agent(textOf(file))).kind === 'broken')
      .map((file) => file.path);
    assert.deepEqual(broken, doesNotParse);
  });
});

describe('small headers that Claude Code was asked about', () => {
  it('are read as it read them', (t) => {
    const path = join(facts, 'loader-cases.json');
    if (!existsSync(path)) return t.skip('the recorded cases are not beside the project');
    const { cases } = readJson(path) as {
      readonly cases: readonly { readonly text: string; readonly result: string }[];
    };
    assert.ok(cases.length > 600);
    const wrong = cases
      .filter(({ text, result }) => resultOf(text) !== result)
      .map(({ text, result }) => ({ text, result, ours: resultOf(text) }));
    assert.deepEqual(wrong, []);
  });
});

/** The answer of the program's validator, which complains of a name that was read as something else than text. */
function resultOf(text: string): string {
  const reading = readAsClaudeCode(agent(text));
  if (reading.kind === 'unseen' || reading.kind === 'unread') return 'no-complaint';
  if (reading.kind === 'broken') return 'yaml-error';
  if (reading.kind === 'no-map') return 'not-a-mapping';
  const value = reading.entries.findLast((entry) => entry.key === 'name')?.value;
  if (value === undefined || value.kind === 'missing') return 'no-complaint';
  return value.kind === 'scalar' && (value.type === 'string' || value.type === 'null')
    ? 'no-complaint'
    : 'name-not-a-string';
}
