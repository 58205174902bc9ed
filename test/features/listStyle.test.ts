/**
 * Lists of names in another style, by code action and by formatting: what changes, what stays, and when nothing is offered. Long
 * because it tests each list in each style.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { LIST_STYLE_KIND, listStyleActionsIn } from '../../server/core/features/actions/listStyle';
import { formatOf } from '../../server/core/features/format/format';
import { hoverAt } from '../../server/core/features/hover/hover';
import type { Format } from '../../server/core/hosts/host';
import { listItems } from '../../server/core/syntax/lists/items';
import type { AgentFile } from '../../server/core/syntax/tree';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { atCursor, fileOf, format, withFrontMatter } from '../agent';
import { runs } from '../seed';

type Style = 'comma' | 'flow' | 'block';

const uri = 'file:///w/.claude/agents/a.md';
const titles: Readonly<Record<Style, RegExp>> = {
  comma: /^Convert `\w+` to comma-separated names$/,
  flow: /^Convert `\w+` to `\[a, b\]`$/,
  block: /^Convert `\w+` to one name per line$/,
};
const styles = Object.keys(titles).filter((name): name is Style => name in titles);

function offered(file: AgentFile, offset: number, own: Format = format): readonly CodeAction[] {
  return listStyleActionsIn(agentOf(file, own), { start: offset, end: offset }, { uri, automatic: false });
}

function applied(file: AgentFile, edits: NonNullable<ReturnType<typeof formatOf>>): string {
  const { source } = file;
  return applyEdits(
    source.text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(source, range.start), end: offsetAt(source, range.end) },
      newText,
    })),
  );
}

/** The text after the code action for a style; undefined when it is not offered. */
function written(text: string, style: Style, key = 'tools', own: Format = format): string | undefined {
  const file = fileOf(text);
  const at = file.frontMatter?.entries.find((entry) => entry.key === key)?.keySpan.start ?? assert.fail(`no ${key}`);
  const action = offered(file, at, own).find(({ title }) => titles[style].test(title));
  return action && applied(file, action.edit?.changes?.[uri] ?? []);
}

const formattedFile = (file: AgentFile, listStyle: Style | 'keep', own: Format = format): string =>
  applied(file, formatOf(agentOf(file, own), { sortKeys: false, listStyle }));

const formatted = (text: string, ...rest: readonly [Style | 'keep', Format?]): string =>
  formattedFile(fileOf(text), ...rest);

/** One list in its three styles; each is converted to each other, by code action and by formatting, with LF and CRLF. */
const table: readonly (readonly [string, Readonly<Record<Style, string>>])[] = [
  ['names', { comma: 'tools: Read, Write', flow: 'tools: [Read, Write]', block: 'tools:\n  - Read\n  - Write' }],
  ['a single name', { comma: 'tools: Read', flow: 'tools: [Read]', block: 'tools:\n  - Read' }],
  [
    'other fields',
    {
      comma: 'model: opus\ndisallowedTools: Write, mcp__*\nskills: a-b, c:d\ncolor: red',
      flow: "model: opus\ndisallowedTools: [Write, mcp__*]\nskills: [a-b, 'c:d']\ncolor: red",
      block: 'model: opus\ndisallowedTools:\n  - Write\n  - mcp__*\nskills:\n  - a-b\n  - c:d\ncolor: red',
    },
  ],
  ['every tool', { comma: "tools: '*'", flow: "tools: ['*']", block: "tools:\n  - '*'" }],
  [
    'the wildcard after another name',
    { comma: 'tools: Read, *', flow: "tools: [Read, '*']", block: "tools:\n  - Read\n  - '*'" },
  ],
  [
    'patterns with commas, spaces and colons',
    {
      comma: 'tools: Bash(git:*), Agent(a, b), Read',
      flow: "tools: ['Bash(git:*)', 'Agent(a, b)', Read]",
      block: 'tools:\n  - Bash(git:*)\n  - Agent(a, b)\n  - Read',
    },
  ],
  [
    'a colon with a space after it',
    {
      comma: "tools: 'Bash(echo a: b), Read'",
      flow: "tools: ['Bash(echo a: b)', Read]",
      block: "tools:\n  - 'Bash(echo a: b)'\n  - Read",
    },
  ],
  [
    'a hash with a space before it, and an apostrophe',
    {
      comma: `tools: "Bash(echo 'a' #b), Read"`,
      flow: `tools: ["Bash(echo 'a' #b)", Read]`,
      block: `tools:\n  - "Bash(echo 'a' #b)"\n  - Read`,
    },
  ],
  [
    'words that YAML reads otherwise',
    {
      comma: 'skills: yes, 12, 1e3, ~, 3d-models, -x, C#',
      flow: "skills: ['yes', '12', '1e3', '~', 3d-models, '-x', C#]",
      block: "skills:\n  - 'yes'\n  - '12'\n  - '1e3'\n  - '~'\n  - 3d-models\n  - '-x'\n  - C#",
    },
  ],
  [
    'a comment on the line of the key',
    {
      comma: 'tools: Read, Write # why: because',
      flow: 'tools: [Read, Write] # why: because',
      block: 'tools: # why: because\n  - Read\n  - Write',
    },
  ],
  [
    'comments and blank lines around',
    {
      comma: '# before\ntools: Read, Write\n\n# behind\nmodel: opus',
      flow: '# before\ntools: [Read, Write]\n\n# behind\nmodel: opus',
      block: '# before\ntools:\n  - Read\n  - Write\n\n# behind\nmodel: opus',
    },
  ],
];

describe('a list of names', () => {
  for (const [what, spelled] of table) {
    for (const from of styles) {
      for (const to of styles) {
        it(`(${what}) is converted to ${to} from ${from}`, () => {
          for (const end of ['\n', '\r\n']) {
            const before = withFrontMatter(spelled[from]).replaceAll('\n', end);
            const after = withFrontMatter(spelled[to]).replaceAll('\n', end);
            assert.equal(formatted(before, to), after);
            assert.equal(formatted(before, 'keep'), before);
            const keys = fileOf(before).frontMatter?.entries.filter(({ key }) => /tools|skills/i.test(key)) ?? [];
            let text = before;
            for (const { key } of keys) text = written(text, to, key) ?? text;
            assert.equal(text, after);
          }
        });
      }
    }
  }

  /** Unusual spellings, and their conversions. */
  const odd: readonly (readonly [string, Style, string])[] = [
    ['tools: Read Write,Edit', 'comma', 'tools: Read Write, Edit'],
    ['tools: Read Write,Edit', 'block', 'tools:\n  - Read Write\n  - Edit'],
    ['tools: Read Write', 'comma', 'tools: Read, Write'],
    ['tools: Read Write', 'block', 'tools:\n  - Read\n  - Write'],
    ['tools: Read,\n  Write', 'flow', 'tools: [Read, Write]'],
    ['tools:\n  Read,\n  Write', 'block', 'tools:\n  - Read\n  - Write'],
    ['tools:\n  [Read, Write] # x', 'block', 'tools: # x\n  - Read\n  - Write'],
    ['tools: >\n  Read\n  Write\nmodel: opus', 'comma', 'tools: Read, Write\nmodel: opus'],
    ['tools: >-\n  Read, Write\n\nmodel: opus', 'block', 'tools:\n  - Read\n  - Write\n\nmodel: opus'],
    ['tools: "Read, Bash(a\\tb)"', 'block', 'tools: "Read, Bash(a\\tb)"'],
    ["tools: 'Bash(echo ''a: b''), Read'", 'block', `tools:\n  - "Bash(echo 'a: b')"\n  - Read`],
    ["tools: ['Bash(echo ''a: b'')', Read]", 'block', "tools:\n  - 'Bash(echo ''a: b'')'\n  - Read"],
    ['tools: ["Read", \'Write\', "*"]', 'block', 'tools:\n  - Read\n  - Write\n  - "*"'],
    ['tools: ["Read", \'Write\', "Bash(git:*)"]', 'comma', 'tools: Read, Write, Bash(git:*)'],
    ['tools: [\n  Read,\n  Write,\n]', 'comma', 'tools: Read, Write'],
    ['tools: [\n  Read,\n  Write,\n]', 'block', 'tools:\n  - Read\n  - Write'],
    ['tools:\n- Read\n-   Write', 'comma', 'tools: Read, Write'],
    ['tools:\n-\n  Read\n- Write', 'flow', 'tools: [Read, Write]'],
    ['"tools":  [Read]', 'block', '"tools":\n  - Read'],
    ['tools : Read # x', 'block', 'tools: # x\n  - Read'],
    // The host reads two names in every style, but the writer may have meant one.
    ['skills:\n  - my skill\n  - other', 'flow', 'skills: [my skill, other]'],
    ['skills: [my skill, other]', 'block', 'skills:\n  - my skill\n  - other'],
    ['skills: [my skill, other]', 'comma', 'skills: my skill, other'],
    ['skills: my skill, other', 'block', 'skills:\n  - my skill\n  - other'],
    ['skills: [my skill]', 'comma', 'skills: [my skill]'],
    ['skills: [my skill]', 'block', 'skills:\n  - my skill'],
    ['skills:\n  - a, b\n  - c', 'flow', "skills: ['a, b', c]"],
    ['skills:\n  - a, b\n  - c', 'comma', 'skills: a, b, c'],
  ];
  for (const [before, style, after] of odd) {
    it(`writes ${JSON.stringify(before)} as ${JSON.stringify(after)}`, () => {
      assert.equal(formatted(withFrontMatter(before), style), withFrontMatter(after));
    });
  }

  const left: readonly (readonly [string, string])[] = [
    ['a comment between items', 'tools:\n  - Read\n  # the rest\n  - Write'],
    ['a comment after an item', 'tools:\n  - Read # yes\n  - Write'],
    ['a comment after the last item', 'tools:\n  - Read\n  - Write # yes'],
    ['a comment below the last item', 'tools:\n  - Read\n\n  # - Write\nmodel: opus'],
    ['a comment after a dash', 'tools:\n  - # yes\n    Read'],
    ['a comment in brackets', 'tools: [ # yes\n  Read]'],
    ['a comment before the brackets', 'tools: # yes\n  [Read]'],
    ['a comment above the first item', 'tools:\n  # yes\n  - Read'],
    ['a comment after a bar', 'tools: | # yes\n  Read'],
    ['a comment that silences a line', '# agent-authoring-ignore tool-unknown\ntools: Raed, Read'],
    ['a comment that silences its own line', 'tools: Raed, Read # agent-authoring-ignore'],
    ['an anchor', 'tools: &t [Read]\nskills: *t'],
    ['an anchor in a list', 'tools: [&t Read, Write]'],
    ['a tag', 'tools: !!str Read'],
    ['nothing', 'tools:'],
    ['an empty list', 'tools: []'],
    ['an empty text', 'tools: ""'],
    ['an empty item', 'tools: ["", Read]'],
    ['a number', 'tools: 12'],
    ['a number in a list', 'tools: [Read, 12]'],
    ['a list in a list', 'tools: [Read, [Write]]'],
    ['a map', 'tools: {Read: true}'],
    ['a key with a question mark', '? tools\n: [Read]'],
    ['two keys on a line', 'x: {tools: [Read], y: 1}'],
    ['fields that take lists only', 'mcpServers: [github]\nhooks:\n  Stop: []'],
    ['a field that takes text only', 'observer: a, b'],
    ['a list where text is read', 'observer: [a, b]'],
    ['unknown fields', 'tags: [a, b]\nallowed-tools: Read, Write'],
    ['other fields', 'description: a, b\nmodel: opus, sonnet'],
  ];
  for (const [what, lines] of left) {
    it(`with ${what} is not changed`, () => {
      const text = document`
        ---
        name: a
        ${lines}
        ---
        Hi
        `;
      const file = fileOf(text);
      for (const style of styles) assert.equal(formatted(text, style), text);
      for (const { keySpan } of file.frontMatter?.entries ?? []) assert.deepEqual(offered(file, keySpan.start), []);
    });
  }

  it('whose parenthesis is never closed is not converted to a string, where the name would continue', () => {
    const text = withFrontMatter('tools:\n  - Bash(git\n  - Read');
    assert.equal(written(text, 'comma'), undefined);
    assert.equal(formatted(text, 'comma'), text);
    assert.equal(written(text, 'flow'), withFrontMatter('tools: [Bash(git, Read]'));
  });

  it('is not changed in frontmatter that is broken or cut', () => {
    for (const lines of ['tools: Read\nx: "y', 'tools: Read\nx: a --- b', 'tools: Read\nx: a: b']) {
      const text = withFrontMatter(lines);
      for (const style of styles) {
        assert.equal(formatted(text, style), text);
        assert.equal(written(text, style), undefined);
      }
    }
  });

  // A list that cannot be converted does not prevent the conversion of others.
  const beside: readonly (readonly [string, Style])[] = [
    ['tools:\n  - Read # yes', 'comma'],
    ['tools:\n  - Bash(git\n  - Read', 'comma'],
    ['tools: Bash(a,\n  b), Read', 'flow'],
  ];
  for (const [lines, style] of beside) {
    it(`is rewritten beside ${JSON.stringify(lines)}, which is not`, () => {
      const [before, after] = style === 'comma' ? ['[a]', 'a'] : ['a', '[a]'];
      assert.equal(
        formatted(withFrontMatter(`${lines}\nskills: ${before}`), style),
        withFrontMatter(`${lines}\nskills: ${after}`),
      );
      assert.equal(written(withFrontMatter(lines), style), undefined);
    });
  }

  it('is converted to brackets, and never to a string, where a host reads lists only', () => {
    const { tools = assert.fail('no such field') } = format.fields;
    const fields = { ...format.fields, tools: { ...tools, shape: { kind: 'tools', only: 'list' } } } as const;
    const lists: Format = { ...format, id: 'lists-only', fields };
    const block = withFrontMatter('tools:\n  - a b\n  - "c"');
    const flow = withFrontMatter('tools: [a b, c]');
    assert.equal(formatted(block, 'flow', lists), flow);
    assert.equal(written(flow, 'block', 'tools', lists), block.replace('"c"', 'c'));
    assert.equal(formatted(block, 'comma', lists), block);
    assert.equal(written(flow, 'comma', 'tools', lists), undefined);
    for (const style of styles) {
      const skills = formatted(withFrontMatter('skills: [c]'), style, lists);
      const text = withFrontMatter('tools: a, b\nskills: [c]');
      assert.equal(formatted(text, style, lists), skills.replace('skills', 'tools: a, b\nskills'));
    }
  });

  it('is formatted in other ways as well', () => {
    assert.equal(
      formatted(withFrontMatter('tools :  [ a,b ]  \nskills:\n- c\nmodel:   opus'), 'comma'),
      withFrontMatter('tools: a, b\nskills: c\nmodel: opus'),
    );
    assert.equal(
      formatted(withFrontMatter('tools :  a,b  # x  '), 'block'),
      withFrontMatter('tools:  # x\n  - a\n  - b'),
    );
  });
});

describe('listStyleActionsIn', () => {
  const names = (marked: string, only?: readonly string[], automatic = false): readonly string[] => {
    const { file, offset } = atCursor(marked);
    const range = { start: offset, end: offset };
    return listStyleActionsIn(agentOf(file, format), range, { uri, only, automatic }).map(({ title }) => title);
  };
  const both = ['Convert `tools` to `[a, b]`', 'Convert `tools` to one name per line'];

  it('offers the styles that the list does not have, anywhere on the field', () => {
    for (const lines of [
      '$0tools: Read, Write',
      'tools$0: Read, Write',
      'tools: Read, Wr$0ite',
      'tools: Read, Write$0',
    ])
      assert.deepEqual(names(withFrontMatter(lines)), both);
    assert.deepEqual(names(withFrontMatter('tools:\n  - Re$0ad')), [
      'Convert `tools` to comma-separated names',
      'Convert `tools` to `[a, b]`',
    ]);
    assert.equal(names(withFrontMatter('skills: Re$0ad Write')).length, 3);
  });

  it('offers nothing elsewhere', () => {
    for (const lines of ['tools: Read\nmo$0del: opus', '# $0x\ntools: Read', 'tools: Read # $0x'])
      assert.deepEqual(names(withFrontMatter(lines)), []);
    assert.deepEqual(
      names(document`
        ---
        name: a
        tools: Read
        ---
        tools$0: Read
        `),
      [],
    );
    assert.deepEqual(names('tools$0: Read\n'), []);
  });

  it('respects the requested kinds, and needs an explicit request', () => {
    const marked = withFrontMatter('tools: Re$0ad, Write');
    for (const only of [['refactor'], ['refactor.rewrite'], [LIST_STYLE_KIND], ['quickfix', 'refactor']]) {
      assert.deepEqual(names(marked, only), both);
      assert.deepEqual(names(marked, only, true), both);
    }
    for (const only of [['quickfix'], ['refactor.extract'], ['refactor.rewrite.list'], ['source'], []])
      assert.deepEqual(names(marked, only), []);
    assert.deepEqual(names(marked, undefined, true), []);
  });

  it('changes nothing but the value', () => {
    const file = fileOf('---\ntools: Read, Write # x\n---\n');
    const [flow] = offered(file, 4);
    assert.deepEqual(flow?.edit?.changes?.[uri], [
      { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 18 } }, newText: '[Read, Write]' },
    ]);
  });

  it('agrees with the hover about the type of a field', () => {
    const { file, offset } = atCursor(withFrontMatter('obser$0ver: a'));
    assert.match(JSON.stringify(hoverAt(agentOf(file, format), offset)), /names, separated by commas(?! or)/);
  });
});

/** The words of every list, as the host splits them, and what happens to the agent. */
function reading(file: AgentFile): unknown {
  const { text } = file.source;
  const items = (file.frontMatter?.entries ?? []).map(({ key, value }) =>
    ['tools', 'disallowedTools', 'skills'].includes(key)
      ? [key, listItems(text, value, format.splitsNamesAt).map((item) => item.text)]
      : [key],
  );
  return [items, agentOf(file, format).verdict(), file.problems.map(({ code }) => code)];
}

const word = fc.oneof(
  fc.constantFrom(
    'Read',
    'Write',
    'Bash(git:*)',
    'Bash(git add, npm x)',
    'Agent(a, b)',
    '*',
    'mcp__a__b',
    'Bash(a',
    'a)',
  ),
  fc.constantFrom(
    'yes',
    '12',
    '0x1F',
    '1:30',
    '~',
    'null',
    '-',
    '- a',
    '#x',
    'a #b',
    'a: b',
    'c:',
    ':d',
    '"q"',
    "it's",
  ),
  fc.constantFrom(
    'a, b',
    '[x]',
    '{y}',
    '&z',
    '!t',
    '%u',
    '@v',
    '`w`',
    '|',
    '>',
    '?',
    '= ',
    'C#',
    '🚀',
    'a\\b',
    '\'"',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const quoted = (text: string): string => JSON.stringify(text);
const spelled = fc.constantFrom<(words: readonly string[]) => string>(
  (words) => ` ${words.join(', ')}`,
  (words) => ` ${words.join(' ')}`,
  (words) => ` ${quoted(words.join(','))}`,
  (words) => ` '${words.join(', ').replaceAll("'", "''")}'`,
  (words) => ` [${words.join(', ')}]`,
  (words) => ` [${words.map(quoted).join(' ,\n  ')}]`,
  (words) => words.map((one) => `\n  - ${one}`).join(''),
  (words) => words.map((one) => `\n- ${quoted(one)}`).join(''),
  (words) => ` >-\n${words.map((one) => `    ${one},`).join('\n')}`,
);
const list = fc
  .tuple(fc.constantFrom('tools', 'disallowedTools', 'skills'), fc.array(word, { maxLength: 5 }), spelled)
  .map(([key, words, spell]) => `${key}:${spell(words)}`);
const note = fc.constantFrom('', ' # note', '  ');
const frontMatter = fc
  .tuple(fc.array(fc.tuple(list, note), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n'))
  .map(([lists, end]) => withFrontMatter(lists.map((one) => one.join('')).join('\n')).replaceAll('\n', end));

describe('another style for any list', () => {
  it('keeps its items, the verdict and everything else, and is reached in one step', () => {
    let changed = 0;
    fc.assert(
      fc.property(frontMatter, fc.constantFrom(...styles), fc.nat(), (before, style, seed) => {
        const file = fileOf(before);
        const read = reading(file);
        const after = fileOf(formattedFile(file, style));
        if (after.source.text !== before) changed++;
        assert.deepEqual(reading(after), read);
        assert.equal(formattedFile(after, style), after.source.text);
        const entries = file.frontMatter?.entries ?? [];
        const at = entries[seed % Math.max(1, entries.length)]?.keySpan.start ?? 0;
        for (const action of offered(file, at)) {
          const text = applied(file, action.edit?.changes?.[uri] ?? []);
          assert.notEqual(text, before);
          const other = fileOf(text);
          assert.deepEqual(reading(other), read);
          assert.ok(offered(other, at).every(({ title }) => title !== action.title));
        }
      }),
      runs(1_000),
    );
    assert.ok(changed > 200, `only ${changed} blocks of frontmatter were changed`);
  });

  it('does so in the files of the corpus', (t) => {
    const corpus = '../shared/corpus/agents';
    if (!existsSync(corpus)) return t.skip(`no corpus at ${corpus}`);
    let changed = 0;
    for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
      const whole = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
      // The body makes no difference here, and takes the most time to parse.
      const head = `${whole.slice(0, fileOf(whole).frontMatter?.span.end ?? 0)}Hi\n`;
      const before = fileOf(formatted(head, 'keep'));
      const read = reading(before);
      for (const style of styles) {
        const text = formattedFile(before, style);
        if (text === before.source.text) continue;
        changed++;
        const after = fileOf(text);
        assert.deepEqual(reading(after), read, entry.name);
        assert.equal(formattedFile(after, style), text, entry.name);
      }
    }
    t.diagnostic(`${changed} blocks of frontmatter were rewritten`);
    assert.ok(changed > 100);
  });
});
