/** Code fences that belong to no code block, and the rules that are quiet where a wrong fence swaps code and text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agent } from '../agent';
import { findingsIn, reported, textOf } from './fenceTexts';

const lost: readonly (readonly [what: string, body: readonly string[], found: readonly string[], message?: RegExp])[] =
  [
    [
      'a template whose closing fence is missing, with a bare code block later',
      [
        "'''markdown",
        '# A',
        '',
        '---',
        '',
        '# Rules',
        '',
        '**Format**:',
        "'''",
        'x',
        "'''",
        '',
        '---',
        '',
        '# End',
        '',
        'Done.',
      ],
      ['fence-unclosed 1'],
      /closing fence where the code ends/,
    ],
    [
      'a closing fence at the end of a list',
      ['Do this:', '', '- Test.', "'''", '', '## Run', '', "'''sh", 'make', "'''", '', 'Done.'],
      ['fence-unclosed 4'],
      /^No code block is open above .* Remove it, or add the missing opening fence\.$/,
    ],
    [
      'a closing fence below code whose opening fence is missing',
      ['## Run', '', 'make all', "'''", '', 'Then:', '', "'''sh", 'make test', "'''", '', 'Done.'],
      ['fence-unclosed 4'],
      /^No code block is open above/,
    ],
    ['a closing fence at the end of the body', ['Test it.', "'''"], ['fence-unclosed 2'], /Remove it/],
    [
      'an opening fence directly before another one',
      ["'''js", "'''dockerfile", 'FROM node', "'''", '', 'Build it.'],
      ['fence-unclosed 1'],
      /directly before another one/,
    ],
    [
      'a language on a closing fence, which cannot be told from an opening one',
      ['Query:', '', "'''sql", 'select 1', '', "'''bash", '', 'Then:', '', "'''sql", 'select 2', "'''", '', 'Done.'],
      ['fence-unclosed 3'],
    ],
    [
      'a closing fence that is shorter than the opening one',
      [
        "''''py",
        '# A',
        "'''json",
        '{}',
        "''''",
        '',
        'x',
        '',
        "'''json",
        '{}',
        "'''",
        '',
        'y',
        "'''",
        '',
        '## B',
        '',
        'Done.',
      ],
      [],
    ],
  ];

describe('a code fence that belongs to no code block', () => {
  for (const [what, body, found, message = /./] of lost) {
    it(what, () => {
      const text = textOf(...body);
      assert.deepEqual(reported(text), found);
      for (const finding of findingsIn(text)) assert.match(finding.message, message);
    });
  }
});

/** Each is reported without the wrong fence, which is the first line. */
const exposed: readonly (readonly [rule: string, inner: readonly string[]])[] = [
  ['heading-jump', ['## Report', '', '#### Details', 'x']],
  ['heading-duplicate', ['## Report', '', 'x', '', '## Report', '', 'y']],
  ['section-empty', ['## Report', '', '## Result', '', 'x']],
  ['placeholder', ['## Steps', '', 'TODO: fill in', '', 'x']],
  ['task-item-malformed', ['## Report', '', '- [ ] a', '- [] b']],
];

describe('text that only a wrong code fence exposes', () => {
  for (const [rule, inner] of exposed) {
    it(`is not reported by ${rule}`, () => {
      const template = (fence: string): string =>
        textOf(
          '# Agent',
          '',
          'Do it.',
          '',
          fence,
          "'''sh",
          'make',
          "'''",
          '',
          ...inner,
          fence.slice(0, 3),
          '',
          'Done.',
        );
      assert.deepEqual(reported(template("'''md")), ['fence-nested 5']);
      assert.ok(reported(textOf('# Agent', '', 'Do it.', '', ...inner)).some((found) => found.startsWith(rule)));
    });
  }

  it('has no sentences and links to check', () => {
    const { sentences, links } = agent(
      textOf("'''md", "'''sh", 'make', "'''", 'Use Bash and read [this](a.md).', "'''", '', 'Done.'),
      '.claude/agents/test-runner.md',
    );
    assert.deepEqual([sentences(), links()], [[], []]);
  });

  it('has headings in the tree, as CommonMark reads them', () => {
    const text = textOf("'''md", "'''sh", 'make', "'''", '## Report', 'x', "'''", '', 'Done.');
    assert.deepEqual(
      agent(text).file.body.root.children.map(({ title }) => title),
      ['Report'],
    );
  });
});

it('pairs a thousand code fences in a time that does not grow faster than the text', (t) => {
  const took = [500, 1000].map((n) => {
    const text = textOf(
      ...Array.from({ length: n }, (_, i) => (i % 3 === 0 ? "'''" : i % 3 === 1 ? "'''md" : '  text:')),
    );
    const before = process.cpuUsage();
    agent(text).fences();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  t.diagnostic(`${took.join(' ms, ')} ms`);
  assert.ok(took.every((time) => time < 500));
});
