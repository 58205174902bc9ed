/** How OpenCode and Kilo read frontmatter, compared with the library that they use and their repair around it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import matter from 'gray-matter';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import type { Value } from '../../server/core/syntax/tree';

/** What the programs write in place of `key: value` where the value contains a colon. */
const repairs: Readonly<Record<string, (key: string, value: string) => readonly string[]>> = {
  opencode: (key, value) => [`${key}: |-`, `  ${value}`],
  kilo: (key, value) => [`${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`],
};

function repaired(text: string, host: string): string {
  const [, block] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  if (block === undefined) return text;
  const lines = block.split(/\r?\n/).flatMap((line) => {
    const [, key = '', rest = ''] = /^([a-zA-Z_][a-zA-Z0-9_]*)\s*:\s*(.*)$/.exec(line) ?? [];
    const value = rest.trim();
    const stays = key === '' || !value.includes(':') || /^["']/.test(value) || value === '>' || value === '|';
    return stays ? [line] : (repairs[host]?.(key, value) ?? []);
  });
  return text.replace(block, () => lines.join('\n'));
}

/** The data; `lost` where the library has remembered a text that it could not read, `dropped` where it fails twice. */
function expected(text: string, host: string): unknown {
  (matter as unknown as { readonly clearCache: () => void }).clearCache();
  try {
    return normal(matter(text).data);
  } catch {
    const again = repaired(text, host);
    if (again === text) return 'lost';
    try {
      return normal(matter(again).data);
    } catch {
      return 'dropped';
    }
  }
}

/** Numbers and dates as words, because only their types are compared. */
function normal(data: unknown): unknown {
  if (data instanceof Date) return 'date';
  if (typeof data === 'number') return 'number';
  if (Array.isArray(data)) return data.map(normal);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, normal(value)]));
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'missing':
      return null;
    case 'mapping':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
    case 'sequence':
      return value.items.map((item) => plain(item.value));
    case 'scalar':
      if (value.type === 'null') return null;
      if (value.type === 'number') return 'number';
      return value.type === 'boolean' ? value.text.toLowerCase() === 'true' : value.text;
    default:
      return value.kind;
  }
}

function actual(text: string, host: string): unknown {
  const format = formatById(host);
  assert.ok(format !== undefined);
  const reading = readAgent(text, format, `/w/.${host}/agents/a.md`).reading();
  if (reading.kind === 'read') return Object.fromEntries(reading.entries.map(({ key, value }) => [key, plain(value)]));
  return reading.kind === 'broken' && reading.isDropped === true ? 'dropped' : 'lost';
}

const blocks: readonly string[] = [
  'description: x',
  "description: 'it''s'",
  'description: a: b',
  'description: "a: b" c',
  'description: a: b\n  more: c',
  'description: Use: "x" and \\d',
  'description: |\n  a: b\n  - c\nmode: all',
  'description: >-\n  a: b\nmode: all',
  'description: @a',
  'description: @a: b',
  'description: {a} b',
  'description: [a] b: c\ntools: { bash: false }',
  'description: *a',
  'description: !a b',
  'description: !!str 5',
  'description: x\ndescription: y',
  'description: x\ndescription: y: z',
  'description: x # y: z',
  'note: a: b\ntools:\n  bash: false',
  'note: a: b\ntools: { bash: false }',
  'note: a: b\npermission: { bash: { "*": ask } }',
  'note-2: a: b',
  'mode : all',
  '"mode": all',
  '? a\n: b',
  ': a',
  'a: 12\nb: 1_0\nc: 0x1f\nd: 07\ne: 08\nf: 0o7\ng: 1:30\nh: .inf\ni: 1e3\nj: +.5\nk: 0b1',
  'a: yes\nb: TRUE\nc: ~\nd: Null\ne:\nf: "true"',
  'tools:\n\tbash: false',
  'tools:\n  bash: false\n\twrite: false',
  'tools: { bash: false, bash: true }',
  'a: &a { bash: false }\ntools: *a',
  'a: &a\n  bash: false\ntools:\n  <<: *a\n  read: true',
  '<<: { mode: all }\nmode: primary',
  'a: &a x\nb: *a\nc: [*a, y]',
  '# only a comment',
  '{"description": "x", "tools": {"bash": false}}',
  'a: "never closed',
  'a: b\n...\nc: d',
  'a: "b" c: d\ne: f',
  'a: "b" c',
  'a: { b: c } d: e',
  'a: b\n c: d',
];

describe('frontmatter as OpenCode and Kilo read it', () => {
  for (const host of Object.keys(repairs)) {
    for (const block of blocks) {
      it(`is for ${host} what its library makes of ${block}`, () => {
        const text = `---\n${block}\n---\nHi\n`;
        for (const one of [
          text,
          text.replaceAll('\n', '\r\n'),
          text.replace('---', '--- '),
          `\uFEFF${text}`,
          `---\n${block}\n`,
        ])
          assert.deepEqual(actual(one, host), expected(one, host), one);
      });
    }

    it(`depends for ${host} on the word after the dashes`, () => {
      for (const text of [
        '---yaml\na: b\n---\n',
        '---yml\na: b\n---\n',
        '---json\n{"a": "b"}\n---\n',
        '---toml\na = 1\n---\n',
        '---json\n{a}\n---\n',
      ])
        assert.deepEqual(actual(text, host), expected(text, host), text);
    });
  }
});
