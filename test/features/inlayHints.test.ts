/** Inlay hints: where each is, what it says, and where there is none. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { inlayHintsIn } from '../../server/core/features/inlayHints';
import { claudeCodePlugin } from '../../server/core/hosts/claudeCode/plugin';
import { parseSettings, type TokenHints } from '../../server/core/lint/settings';
import { document } from '../../server/core/text/document';
import { offsetAt } from '../../server/core/text/source';
import { agent, fileOf, format } from '../agent';

const hintsOf = (text: string, inlayHints: TokenHints = 'all', range = { start: 0, end: text.length }) =>
  inlayHintsIn(agent(text), range, parseSettings({ tokens: { inlayHints } }).tokens);

/** The text with each hint in it as an editor shows it, in brackets. */
function shown(text: string, inlayHints?: TokenHints): string {
  const { source } = fileOf(text);
  return hintsOf(text, inlayHints).reduceRight((now, { position, label }) => {
    const at = offsetAt(source, position);
    return `${now.slice(0, at)}[${String(label)}]${now.slice(at)}`;
  }, text);
}

const frontMatter = '---\nname: a\ndescription: Does a thing.\n---\n';
const frontMatterShown = '---\nname: a\ndescription: Does a thing.[~4 tokens]\n---';

describe('the hint of the description', () => {
  const table: readonly (readonly [string, string])[] = [
    ['description: Does a thing.', 'description: Does a thing.[~4 tokens]'],
    ['description: "Does a thing."   # why', 'description: "Does a thing."[~4 tokens]   # why'],
    ['description: Does\n  a thing.  ', 'description: Does\n  a thing.[~4 tokens]  '],
    ['description: |-  # why \n  Does\n  a thing.\n', 'description: |-  # why[~5 tokens] \n  Does\n  a thing.\n'],
    ['description: >\n  Does\n  a thing.\nmodel: opus', 'description: >[~4 tokens]\n  Does\n  a thing.\nmodel: opus'],
    ['description: Old.\ndescription: Does a thing.', 'description: Old.\ndescription: Does a thing.[~4 tokens]'],
    ['description: x: y: z', 'description: x: y: z[~5 tokens]'],
    ['description:', 'description:'],
    ['description: 7', 'description: 7'],
    ['description: [a]', 'description: [a]'],
    ['summary: Does a thing.', 'summary: Does a thing.'],
  ];
  for (const [before, after] of table) {
    it(`is in ${JSON.stringify(after)}`, () => {
      assert.equal(
        shown(
          document`
            ---
            name: a
            ${before}
            ---
            Hi
            `,
          'description',
        ),
        document`
          ---
          name: a
          ${after}
          ---
          Hi
          `,
      );
    });
  }

  it('says who reads it, with the source', () => {
    const [hint] = hintsOf(`${frontMatter}Hi\n`, 'description');
    assert.ok(typeof hint?.tooltip === 'object' && hint.tooltip.kind === 'markdown');
    assert.match(hint.tooltip.value, /^\*\*About 4 tokens\*\*.*in every conversation.*\n\n\*Source: Claude Code /s);
    assert.equal(hint.paddingLeft, true);
  });
});

describe('the hints of the body', () => {
  const table: Readonly<Record<string, readonly [string, string]>> = {
    'sections below a title, no third level': [
      '\n# One\n\nx\n\n## Two\n\ny\n\n### Three\n\nz\n',
      document`
        [body ~15 tokens]

        # One

        x

        ## Two[~10 tokens]

        y

        ### Three

        z
        `,
    ],
    'two levels where the first one is no title': [
      '# One\n## Two\n### Three\n# Four\n',
      document`
        [body ~12 tokens]
        # One[~9 tokens]
        ## Two[~6 tokens]
        ### Three
        # Four[~2 tokens]
        `,
    ],
    'the uppermost level, whatever it is': [
      'x\n### Deep\n\n#### Deeper\n',
      document`
        [body ~9 tokens]
        x
        ### Deep[~7 tokens]

        #### Deeper
        `,
    ],
    'one token': ['Hi\n', '[body ~1 token]\nHi\n'],
    'no number before the cursor in a new heading': ['Hi\n\n## \n', '[body ~3 tokens]\nHi\n\n## \n'],
    'after closing hashes, before spaces': ['## One ##  \nx\n', '[body ~6 tokens]\n## One ##[~6 tokens]  \nx\n'],
    'at the title above an underline': ['One\n===\nx\n', '[body ~6 tokens]\nOne[~6 tokens]\n===\nx\n'],
    'in a quote': ['> ## One\n', '[body ~3 tokens]\n> ## One[~2 tokens]\n'],
    'no text': ['\n \n', '\n\n \n'],
  };
  for (const [what, [before, after]] of Object.entries(table)) {
    it(what, () => assert.equal(shown(`${frontMatter}${before}`), `${frontMatterShown}${after}`));
    it(`${what}, with CRLF`, () => {
      const windows = (text: string): string => text.replaceAll('\n', '\r\n');
      const numberless = (text: string): string => text.replaceAll(/~\d+ tokens?/g, '~');
      assert.equal(
        numberless(shown(windows(`${frontMatter}${before}`))),
        numberless(windows(`${frontMatterShown}${after}`)),
      );
    });
  }

  it('show which part of the body a section is', () => {
    const [, , whole, half] = hintsOf(document`
      ${frontMatter}# One

      x

      ## Two

      y

      # Three
      `);
    const text = (hint: typeof half): string => (typeof hint?.tooltip === 'object' ? hint.tooltip.value : '');
    assert.match(text(whole), /^\*\*About 9 tokens\*\*.* 75 % of the body/);
    assert.match(text(half), /^\*\*About 4 tokens\*\*.* 33 % of .*system prompt.*Source: /s);
  });

  it('are left out without frontmatter, and above a body after unclosed frontmatter', () => {
    assert.deepEqual(hintsOf('# One\n\nx\n'), []);
    assert.equal(shown('---\nname: a\n'), '---\nname: a\n');
  });
});

describe('inlayHintsIn', () => {
  const text = document`
    ${frontMatter}## One

    x

    ## Two

    y
    `;

  it('shows what the setting allows', () => {
    const counts = (['off', 'description', 'all'] as const).map((which) => hintsOf(text, which).length);
    assert.deepEqual(counts, [0, 1, 4]);
    for (const wrong of [undefined, null, 7, 'none', 'toString', ['all']])
      assert.equal(parseSettings({ tokens: { inlayHints: wrong } }).tokens.inlayHints, 'description');
  });

  it('is limited to the range, its edges included', () => {
    const at = text.indexOf('One') + 'One'.length;
    const lines = (start: number, end: number) =>
      hintsOf(text, 'all', { start, end }).map(({ position }) => position.line);
    assert.deepEqual(lines(at, at), [4]);
    assert.deepEqual(lines(at + 1, text.length), [8]);
    assert.deepEqual(lines(0, at - 1), [2, 3]);
  });

  it('does not name readers where the format has none', () => {
    const { readers: _unknown, ...silent } = format;
    const hints = inlayHintsIn(
      readAgent(text, silent),
      { start: 0, end: 99 },
      parseSettings({ tokens: { inlayHints: 'all' } }).tokens,
    );
    for (const { tooltip } of hints) assert.ok(typeof tooltip === 'object' && !/Source|Claude/.test(tooltip.value));
    assert.equal(hints.length, 4);
    assert.ok(claudeCodePlugin.readers !== undefined);
  });
});
