/** The fixes of the rules about the body, over real files: each removes its finding and causes no other one. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { agent } from '../agent';
import { absent, realAgents } from './realFiles';

const seed = join('..', 'shared', 'seed', 'python-api-expert.md');

const ids: ReadonlySet<string> = new Set([
  'encoding-mojibake',
  'text-invisible',
  'fence-nested',
  'task-item-malformed',
  'tool-not-granted',
  'body-mcp-spelling',
  'body-tool-removed',
  'tool-contradicts-body',
]);

const findingsIn = (text: string, path?: string): readonly LintFinding[] => lint(agent(text, path)).findings;

function counts(findings: readonly LintFinding[]): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  for (const { rule } of findings) result.set(rule, (result.get(rule) ?? 0) + 1);
  return result;
}

/** What is wrong after one fix: its rule still reports as much, or another one reports more. */
function harm(before: readonly LintFinding[], after: readonly LintFinding[], fixed: string): readonly string[] {
  const old = counts(before);
  const now = counts(after);
  const more = [...now].filter(([rule, count]) => rule !== fixed && count > (old.get(rule) ?? 0)).map(([rule]) => rule);
  return (now.get(fixed) ?? 0) < (old.get(fixed) ?? 0) ? more : [...more, `${fixed} is still there`];
}

/** Applies every fix of the rules above alone; returns how many there were, and what they did wrong. */
function tryFixes(
  text: string,
  before: readonly LintFinding[],
  path?: string,
): { readonly tried: number; readonly harms: readonly string[] } {
  const fixable = before.filter(({ rule }) => ids.has(rule));
  const fixes = fixable.flatMap(({ rule, fixes = [] }) => fixes.map((fix) => ({ rule, fix })));
  const harms = fixes.flatMap(({ rule, fix }) => harm(before, findingsIn(applyEdits(text, fix.edits), path), rule));
  return { tried: fixes.length, harms };
}

describe('fixes of the body', () => {
  it('do what they say on real files', { skip: absent }, (t) => {
    let tried = 0;
    const wrong: string[] = [];
    for (const { path, sourcePath, text, lint } of realAgents) {
      const result = tryFixes(text, lint.findings, sourcePath);
      tried += result.tried;
      wrong.push(...result.harms.map((what) => `${path}: ${what}`));
    }
    t.diagnostic(`${tried} fixes tried`);
    assert.ok(tried > 10);
    assert.deepEqual(wrong, []);
  });

  it('do what they say on the seed, which is told to use MCP tools that its list does not grant', (t) => {
    if (!existsSync(seed)) return t.skip('the seed is not beside the project');
    const text = readFileSync(seed, 'utf8');
    const { tried, harms } = tryFixes(text, findingsIn(text));
    assert.ok(tried > 0);
    assert.deepEqual(harms, []);
    const asked = findingsIn(text).filter(({ rule }) => rule === 'tool-not-granted');
    assert.deepEqual(
      asked.map(({ span, severity }) => [text.slice(span.start, span.end), severity]),
      [['MCP tools', 'information']],
    );
    assert.match(text.slice(0, asked[0]?.span.end), /ClaudeTask MCP tools$/);
  });
});
