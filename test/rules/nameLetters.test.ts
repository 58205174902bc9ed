/** Names with letters that English does not have: what is suggested for them, and when a file name is the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';

describe('names with other letters', () => {
  const format = formatById('claude-code');
  assert.ok(format !== undefined);
  const findingsIn = (name: string, file: string): readonly LintFinding[] => {
    const text = document`
      ---
      name: ${name}
      description: Reviews a diff before it is committed.
      ---
      You review code.
      `;
    return lint(readAgent(text, format, `.claude/agents/${file}.md`)).findings;
  };

  for (const [name, wanted] of [
    ['Prüfer für Größen', 'prufer-fur-grossen'],
    ['Smørrebrød æ', 'smorrebrod-ae'],
    ['Zażółć', 'zazolc'],
    ['Revisión', 'revision'],
    ['Revisio\u0301n', 'revision'],
  ] as const)
    it(`become ${wanted}: ${JSON.stringify(name)}`, () => {
      const fixes = findingsIn(name, 'a').flatMap(({ rule, fixes: all = [] }) => (rule === 'name-style' ? all : []));
      assert.deepEqual(
        fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)),
        [wanted],
      );
    });

  it('are those of the file in either form of Unicode, and without their marks', () => {
    const differs = (name: string, file: string): boolean =>
      findingsIn(name, file).some(({ rule }) => rule === 'name-file');
    assert.equal(differs('prüfer', 'prüfer'.normalize('NFD')), false);
    assert.equal(differs('prüfer', 'prufer'), false);
    assert.equal(differs('prüfer', 'sucher'), true);
  });
});
