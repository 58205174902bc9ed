/** Outline and folding. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { foldingOf } from '../../server/core/features/structure/folding';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { document } from '../../server/core/text/document';
import { agent, fileOf, format, withFrontMatter } from '../agent';

const seed = '../shared/seed/python-api-expert.md';
const text = document`
  ---
  name: a
  tools: [Read, Edit]
  ---
  # One

  x

  ## Two
  \`\`\`sh
  # no heading
  \`\`\`

  # Three
  `;

const tree = (symbols: readonly DocumentSymbol[]): readonly unknown[] =>
  symbols.map(({ name, detail, children }) => [
    name,
    detail ?? '',
    ...(children === undefined || children.length === 0 ? [] : [tree(children)]),
  ]);

const flat = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);

const detailOf = (body: string): string | undefined => symbolsOf(agent(body))[0]?.detail;

describe('symbolsOf', () => {
  it('returns fields with their values, and headings as a tree', () => {
    assert.deepEqual(tree(symbolsOf(agent(text))), [
      ['name', 'a'],
      ['tools', '2 items'],
      ['One', '~18 tokens', [['Two', '~13 tokens']]],
      ['Three', '~2 tokens'],
    ]);
  });

  it('shows the size of the description before its text', () => {
    const details = (description: string) =>
      symbolsOf(agent(`---\nname: a\ndescription: ${description}\n---\n`)).map(({ detail }) => detail);
    assert.deepEqual(details('Does a thing.'), ['a', '~4 tokens · Does a thing.']);
    assert.deepEqual(details('[x]'), ['a', '1 item']);
  });

  it('returns the keys below a field, in lists too', () => {
    const file = fileOf(
      document`
        ---
        hooks:
          Stop:
            - hooks:
                - type: command
        mcpServers:
          - db:
              x: y
        ---
        `,
    );
    assert.deepEqual(tree(symbolsOf(agentOf(file, format))), [
      ['hooks', '1 key', [['Stop', '1 item', [['hooks', '1 item', [['type', 'command']]]]]]],
      ['mcpServers', '1 item', [['db', '1 key', [['x', 'y']]]]],
    ]);
  });

  it('names the kind of section when the heading has other words', () => {
    assert.equal(detailOf('## My Core Responsibilities\n'), 'Core Responsibilities · ~6 tokens');
    assert.equal(detailOf('## 📌 CORE RESPONSIBILITIES:\n'), '~8 tokens');
    assert.equal(detailOf('## Zebras\n'), '~2 tokens');
  });

  it('counts task list items, those of sub-sections too, and tokens without the blank lines after', () => {
    const list = '- [x] a\n- [ ] b\n### More\n- [X] c\n\n\n\n\n\n\n\n';
    assert.equal(detailOf(`## Zebras\n${list}## Other\n- [ ] d\n`), '2/3 · ~23 tokens');
    assert.equal(detailOf('#'), '~1 token');
  });

  it('chooses the symbol kind by the content of a section', () => {
    const body = document`
      # A
      ## B
      - [ ] c
      ## D
      \`\`\`
      \`\`\`
      ## E
      prose
      `;
    assert.deepEqual(
      flat(symbolsOf(agent(body))).map(({ name, kind }) => [name, kind]),
      [
        ['A', SymbolKind.Namespace],
        ['B', SymbolKind.Boolean],
        ['D', SymbolKind.Object],
        ['E', SymbolKind.String],
      ],
    );
  });

  it('shows bold lines and tags that the catalogue knows, in the section that they are in', () => {
    const body = document`
      <role>
      x
      </role>

      # A

      **Will:**
      - x

      **Zebras**

      <foo>
      </foo>

      **Will Not:**

      - [ ] y

      <workflow>

      ## B
      </workflow>
      `;
    assert.deepEqual(tree(symbolsOf(agent(body))), [
      ['<role>', '~9 tokens'],
      [
        'A',
        '0/1 · ~46 tokens',
        [
          ['Will:', 'Allowed Access · ~7 tokens'],
          ['Will Not:', 'Forbidden Access · 0/1 · ~15 tokens'],
          ['B', '~7 tokens'],
        ],
      ],
    ]);
  });

  it('has a list below a symbol only where something is in it', () => {
    const symbols = flat(symbolsOf(agent(text)));
    assert.deepEqual(
      symbols.filter((one) => 'children' in one).map(({ name }) => name),
      ['One'],
    );
  });

  it('keeps each selection inside its range and each child inside its parent', () => {
    const check = (symbols: readonly DocumentSymbol[], from: number, to: number): void => {
      for (const { range, selectionRange, children } of symbols) {
        assert.ok(range.start.line >= from && range.end.line <= to);
        assert.ok(selectionRange.start.line >= range.start.line && selectionRange.end.line <= range.end.line);
        check(children ?? [], range.start.line, range.end.line);
      }
    };
    for (const one of [text, '# A\n<rules>\n\n# B\n</rules>\n', '<rules>\n\n# B\n## C\n</rules>\n# D\n'])
      check(symbolsOf(agent(one)), 0, 100);
  });

  it('shows the 22 headings of the first agent file', (t) => {
    if (!existsSync(seed)) return t.skip(`no file at ${seed}`);
    const written = readFileSync(seed, 'utf8');
    const lines = written.split('\n');
    const headings = flat(symbolsOf(agent(written))).filter(
      ({ selectionRange }) => lines[selectionRange.start.line]?.startsWith('#') === true,
    );
    assert.equal(headings.length, 22);
    assert.ok(headings.some(({ detail }) => detail?.startsWith('0/10 · ') === true));
  });
});

const folds = (marked: string): readonly (readonly [number, number, string?])[] =>
  foldingOf(agent(marked)).map(({ startLine, endLine, kind }) =>
    kind === undefined ? [startLine, endLine] : [startLine, endLine, kind],
  );

describe('foldingOf', () => {
  it('folds the frontmatter, each section and each fence, without the blank lines after', () => {
    assert.deepEqual(folds(text), [
      [0, 3],
      [4, 11],
      [8, 11],
      [9, 11],
    ]);
  });

  it('folds lists, maps and long texts of the frontmatter', () => {
    const frontMatter =
      'tools:\n  - Read\n  - Edit\nhooks:\n  Stop:\n    - matcher: x\n      hooks:\n        - type: a\n          b: c\ninitialPrompt: |\n  a\n  b';
    assert.deepEqual(folds(`---\n${frontMatter}\n---\n`), [
      [0, 13],
      [1, 3],
      [4, 9],
      [5, 9],
      [6, 9],
      [7, 9],
      [8, 9],
      [10, 12],
    ]);
  });

  it('folds tags with what is between them, nested ones too, and not those that close on their line', () => {
    assert.deepEqual(
      folds(document`
        <a>
        <example>
        x
        </example>
        <b>y</b>
        </a>
        </b>
        `),
      [
        [0, 5],
        [1, 3],
      ],
    );
    assert.deepEqual(folds('<a>\n<br>\n</a>\n'), [[0, 2]]);
    assert.deepEqual(folds('```\n<a>\n</a>\n```\n'), [[0, 3]]);
  });

  it('folds the text below a known bold line', () => {
    assert.deepEqual(
      folds(document`
        **Will:**
        - x

        **Zebras**
        - y

        **Never:**

        - z

        `),
      [
        [0, 1],
        [6, 8],
      ],
    );
  });

  it('folds comments as comments', () => {
    assert.deepEqual(
      folds(document`
        ---
        # one
        # two
        name: a
        ---
        <!-- three
        four -->
        `),
      [
        [0, 4],
        [1, 2, 'comment'],
        [5, 6, 'comment'],
      ],
    );
    assert.deepEqual(folds(withFrontMatter('initialPrompt: |\n  # one\n  # two')), [
      [0, 6],
      [3, 5],
    ]);
  });

  it('folds nothing in a file of one line', () => {
    assert.deepEqual(foldingOf(agent('Hi')), []);
  });
});
