/** Properties of every text: selections nest, tokens and folds are in order, and nothing throws. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { sectionActionsIn } from '../../server/core/features/actions/insertSection';
import { listStyleActionsIn } from '../../server/core/features/actions/listStyle';
import { formatOf } from '../../server/core/features/format/format';
import { highlightsAt } from '../../server/core/features/highlight';
import { inlayHintsIn } from '../../server/core/features/inlayHints';
import { linksOf } from '../../server/core/features/links';
import { onTypeAt } from '../../server/core/features/onType';
import { foldingOf } from '../../server/core/features/structure/folding';
import { selectionAt } from '../../server/core/features/structure/selection';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { tokenLegend, tokensOf } from '../../server/core/features/tokens';
import { listStyleSettings, parseSettings } from '../../server/core/lint/settings';
import { lineContent } from '../../server/core/text/source';
import { agent, fileOf, format } from '../agent';
import { hostileTexts } from '../hostile';
import { runs } from '../seed';

const uri = 'file:///w/.claude/agents/a.md';

const piece = fc.constantFrom(
  '---\n',
  'name: a\n',
  'tools: [Read, "Edit"]\n',
  'tools:\n- Read\n- "a\\nb"\n',
  'hooks:\n  Stop:\n  - matcher: "x\n      y"\n',
  'x: |\n  a\n  # b\n',
  '# note\n',
  '## Role\n',
  '### ✅ Allowed Access\n',
  '- [ ] a\n',
  '- [x]\n',
  '> - [ ] b\n',
  '<example>\n',
  '</example>\n',
  '<a>b</a>\n',
  '```yaml\ncompletion_report:\n  agent: "[name]"\n',
  '```\n',
  'Ask @who, see `Read` and [x](../y.md) {{slot}} [Slot]\n',
  '<!-- c\n',
  '-->\n',
  '\n',
  '🚀 ',
  '[',
  '{{',
  '\r',
  '\ud800',
);
const text = fc
  .tuple(fc.array(piece, { maxLength: 14 }), fc.constantFrom('', '---\nname: a\n'), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([parts, start, end]) => (start + parts.join('')).replaceAll('\n', end));

const order = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
const holds = (outer: Range, inner: Range): boolean =>
  order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;

describe('for any text', () => {
  it('each selection is within the next, and the last is the file', () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, seed) => {
        const file = fileOf(written);
        const offset = seed % (written.length + 1);
        let selected: SelectionRange = selectionAt(agentOf(file, format), offset);
        for (; selected.parent !== undefined; selected = selected.parent)
          assert.ok(holds(selected.parent.range, selected.range));
        assert.deepEqual(selected.range.start, { line: 0, character: 0 });
        assert.equal(selected.range.end.line, file.source.lineStarts.length - 1);
      }),
      runs(2_000),
    );
  });

  it('tokens are in order, each within its line and with numbers of the legend', () => {
    fc.assert(
      fc.property(text, (written) => {
        const file = fileOf(written);
        let before: Position = { line: 0, character: 0 };
        for (const { line, character, length, type, modifiers } of tokensOf(agentOf(file, format))) {
          assert.ok(length > 0 && order(before, { line, character }) <= 0);
          before = { line, character: character + length };
          const content = lineContent(file.source, line);
          assert.ok(content.start + before.character <= content.end);
          assert.ok(type >= 0 && type < tokenLegend.tokenTypes.length);
          assert.ok(modifiers >= 0 && modifiers < 1 << tokenLegend.tokenModifiers.length);
        }
      }),
      runs(1_000),
    );
  });

  it('folds are in order, of several lines, and all different', () => {
    fc.assert(
      fc.property(text, (written) => {
        const ranges = foldingOf(agent(written));
        const keys = ranges.map(({ startLine, endLine }) => `${startLine}-${endLine}`);
        assert.equal(new Set(keys).size, keys.length);
        for (const [i, { startLine, endLine }] of ranges.entries())
          assert.ok(startLine < endLine && startLine >= (ranges[i - 1]?.startLine ?? 0));
      }),
      runs(500),
    );
  });

  it('nothing throws, at any offset', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.boolean(), (written, seed, sortKeys) => {
        const file = fileOf(written);
        const offset = seed % (written.length + 1);
        symbolsOf(agentOf(file, format));
        inlayHintsIn(agentOf(file, format), { start: 0, end: offset }, allHints);
        linksOf(agentOf(file, format), uri);
        for (const listStyle of listStyleSettings) formatOf(agentOf(file, format), { sortKeys, listStyle });
        listStyleActionsIn(agentOf(file, format), { start: offset, end: offset }, { uri, automatic: false });
        highlightsAt(agentOf(file, format), offset);
        for (const typed of ['\n', '>']) assert.ok(onTypeAt(agentOf(file, format), offset, typed).length <= 1);
        sectionActionsIn(
          agentOf(file, format),
          { start: offset, end: offset },
          { uri, only: undefined, invoked: true },
        );
      }),
      runs(1_000),
    );
  });
});

const allHints = parseSettings({ tokens: { inlayHints: 'all' } }).tokens;

/** Milliseconds of processor time that one answer may take. */
const CAP = 2_000;

function timed(what: string, act: () => unknown): void {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  assert.ok((user + system) / 1_000 < CAP, `${what} took ${Math.round((user + system) / 1_000)} ms`);
}

const tags = (count: number): string => Array.from({ length: count }, (_, i) => `<a${i}>\n`).join('');
const many: Readonly<Record<string, string>> = {
  'unclosed tags': tags(50_000),
  'tags and stray closing tags': '<a>\n</b>\n'.repeat(50_000),
  'open braces': '{{a'.repeat(100_000),
  'keys of a report': `\`\`\`yaml\ncompletion_report:\n${'  a: b\n'.repeat(50_000)}\`\`\`\n`,
  'spaces at the end': `# A\n${' '.repeat(5_000_000)}`,
};

describe('a hostile text', () => {
  const ordinary = Object.entries(hostileTexts).flatMap(([name, { text: written }]) =>
    written.length < 500_000 ? [[name, written] as const] : [],
  );
  for (const [name, written] of [...ordinary, ...Object.entries(many)]) {
    it(`(${name}) gets every answer about structure in time`, () => {
      const file = fileOf(written);
      for (const offset of [0, written.length >> 1, written.length]) {
        timed('selection', () => selectionAt(agentOf(file, format), offset));
        timed('highlight', () => highlightsAt(agentOf(file, format), offset));
        timed('Enter', () => onTypeAt(agentOf(file, format), offset, '\n'));
        timed('>', () => onTypeAt(agentOf(file, format), offset, '>'));
        const request = { uri, only: undefined, invoked: true };
        timed('styles', () =>
          listStyleActionsIn(agentOf(file, format), { start: offset, end: offset }, { uri, automatic: false }),
        );
        timed('sections', () => sectionActionsIn(agentOf(file, format), { start: offset, end: offset }, request));
      }
      timed('folding', () => foldingOf(agentOf(file, format)));
      timed('outline', () => symbolsOf(agentOf(file, format)));
      timed('hints', () => inlayHintsIn(agentOf(file, format), { start: 0, end: written.length }, allHints));
      timed('tokens', () => tokensOf(agentOf(file, format)));
      timed('links', () => linksOf(agentOf(file, format), uri));
      for (const listStyle of listStyleSettings)
        timed(`formatting (${listStyle})`, () => formatOf(agentOf(file, format), { sortKeys: true, listStyle }));
    });
  }
});
