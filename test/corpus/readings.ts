/** Real files, and small ones that were given to Claude Code, are read as it reads them, with errors exactly where it fails. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { readAsClaudeCode } from '../../server/core/hosts/claudeCode/read';
import { fileOf, format } from '../agent';
import { absent, claudeAgents } from './realFiles';

const facts = join('..', 'shared', 'facts');

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('the agents of the corpus', { skip: absent }, () => {
  it('are read as the validator of Claude Code read them', (t) => {
    const verdicts = join(facts, 'vendor-verdicts.json');
    if (!existsSync(verdicts)) return t.skip('the verdicts are not beside the project');
    const { doesNotParse } = readJson(verdicts) as { readonly doesNotParse: readonly string[] };
    const broken = claudeAgents.filter(({ file }) => readAsClaudeCode(file).kind === 'broken');
    assert.deepEqual(
      broken.map(({ path }) => path),
      doesNotParse,
    );
  });

  it('have an error exactly where the agent does not load, apart from files without frontmatter, which may be notes', () => {
    const wrong = claudeAgents.flatMap(({ path, file, lint }) => {
      const errors = lint.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      const isLost = agentOf(file, format).verdict()?.verdict === 'does-not-load';
      const isNote = lint.findings.some(({ rule }) => rule === 'frontmatter-missing');
      return errors.length > 0 === (isLost && !isNote) ? [] : [{ path, isLost, errors }];
    });
    assert.deepEqual(wrong, []);
  });
});

describe('small frontmatter that Claude Code was asked about', () => {
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

/** The answer of the program's validator, which rejects a name that is not a string. */
function resultOf(text: string): string {
  const reading = readAsClaudeCode(fileOf(text));
  if (reading.kind === 'unseen' || reading.kind === 'unread') return 'no-complaint';
  if (reading.kind === 'broken') return 'yaml-error';
  if (reading.kind === 'not-a-mapping') return 'not-a-mapping';
  const value = reading.entries.findLast((entry) => entry.key === 'name')?.value;
  if (value === undefined || value.kind === 'missing') return 'no-complaint';
  return value.kind === 'scalar' && (value.type === 'string' || value.type === 'null')
    ? 'no-complaint'
    : 'name-not-a-string';
}
