/** Files with unresolved merge conflicts: they are reported, and nothing is written into them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { formatOf } from '../../server/core/features/format/format';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { defaults } from '../../server/core/lint/settings';
import { document } from '../../server/core/text/document';
import { agent, withFrontMatter } from '../agent';
import { path } from '../fixes/repairs';

const uri = `file://${path}`;

const lines = (...text: readonly string[]): string => [...text, ''].join('\n');

const findingsIn = (text: string): readonly LintFinding[] => lint(agent(text, path)).findings;

describe('a merge conflict', () => {
  const conflict = (...inside: readonly string[]): string =>
    lines(
      '---',
      'name: a',
      '<<<<<<< HEAD',
      ...inside,
      'description:  One.',
      '=======',
      'description:  Two.',
      '>>>>>>> b',
      'tools: read',
      '---',
      '- [] x',
    );
  const inBody = withFrontMatter('tools: read').replace(
    'Hi',
    document`
      <<<<<<< a
      - [] one
      =======
      - [] two
      >>>>>>> b
      `,
  );

  const texts: Readonly<Record<string, string>> = {
    'in the frontmatter': conflict(),
    'in the frontmatter, with its end in the conflict': lines(
      '---',
      'name: a',
      'description: x',
      '<<<<<<< HEAD',
      'tools: read',
      '---',
      'One.',
      '=======',
      'tools: edit',
      '---',
      'Two.',
      '>>>>>>> b',
    ),
    'around the opening line': lines('<<<<<<< a', '---', 'name: a', '=======', '---', 'name: b', '>>>>>>> c', '---'),
    'with the base between': conflict('description: x', '||||||| base'),
    'with Windows line ends': conflict().replaceAll('\n', '\r\n'),
    'in the body': inBody,
  };
  for (const [where, text] of Object.entries(texts)) {
    it(`${where} is one finding, and nothing is changed`, () => {
      const conflicts = findingsIn(text).filter(({ rule }) => rule === 'merge-conflict');
      assert.deepEqual(
        conflicts.map(({ span }) => text.slice(span.start, span.start + 7)),
        ['<<<<<<<'],
      );
      assert.equal(fixAll(agent(text, path)), text);
      assert.deepEqual(formatOf(agent(text), { ...defaults.format, sortKeys: true, listStyle: 'flow' }), []);
    });
  }

  it('in the frontmatter hides the findings that it explains and removes the fixes of the others', () => {
    const text = conflict();
    const end = text.indexOf('- [] x');
    const front = findingsIn(text).filter(({ span }) => span.start < end);
    const [first, ...others] = front;
    assert.equal(first?.rule, 'merge-conflict');
    assert.equal(first?.severity, 'error');
    const last = text.indexOf('>>>>>>>');
    assert.ok(others.every(({ span }) => span.start > last));
    assert.ok(front.every(({ fixes = [] }) => fixes.length === 0));
    assert.deepEqual(actionsIn(agent(text), { start: 0, end }, { uri }), []);
  });

  it('needs all three markers in order', () => {
    const marks = ['<<<<<<< a', '=======', '>>>>>>> b'];
    const wrong = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 1, 0],
      [0, 2, 1],
    ].map((order) => order.map((i) => marks[i] ?? ''));
    for (const body of [...wrong, ['<<<<<<<<', '=======', '>>>>>>>'], [' <<<<<<< a', '=======', '>>>>>>> b']]) {
      const text = withFrontMatter('model: opus').replace('Hi', body.join('\nx\n'));
      assert.ok(!findingsIn(text).some(({ rule }) => rule === 'merge-conflict'), body.join());
    }
  });

  it('is reported each time, but not in a code block', () => {
    const one = document`
      <<<<<<< a
      x
      =======
      y
      >>>>>>> b
      `;
    const text = withFrontMatter('model: opus').replace('Hi', `${one}\n\`\`\`\n${one}\`\`\`\n\n${one}`);
    const found = findingsIn(text).filter(({ rule }) => rule === 'merge-conflict');
    assert.deepEqual(
      found.map(({ span, severity }) => [span.start, severity]),
      [
        [text.indexOf(one), 'warning'],
        [text.lastIndexOf(one), 'warning'],
      ],
    );
  });
});
