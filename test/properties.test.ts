/** Properties that hold for every text: I5 (the tree tiles the text), I6 (fixes), and that nothing ever throws (I2). */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agentOf } from '../server/core/agent/agent';
import { fixAll } from '../server/core/features/actions/fixAll';
import { actionsIn } from '../server/core/features/actions/quickFixes';
import { completionAt } from '../server/core/features/completion/completion';
import { hoverAt } from '../server/core/features/hover/hover';
import { foldingOf } from '../server/core/features/structure/folding';
import { symbolsOf } from '../server/core/features/structure/symbols';
import { keysOf } from '../server/core/hosts/lookup';
import { type LintFinding, lint } from '../server/core/lint/lint';
import { rules } from '../server/core/rules/index';
import { parse } from '../server/core/syntax/parse';
import type { AgentFile, Entry, Section } from '../server/core/syntax/tree';
import { applyEdits, disjoint } from '../server/core/text/edits';
import { offsetAt, positionAt, sourceOf } from '../server/core/text/source';
import { covers, type Span } from '../server/core/text/span';
import { agent, fileOf, format } from './agent';
import { agentLike } from './agentLike';
import { runs } from './seed';

const anyText = fc.oneof(
  agentLike,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '---',
        '\n',
        '\r',
        ': ',
        '- ',
        '[',
        '{',
        '"',
        "'",
        '|',
        '#',
        '`',
        '\u0000',
        '\uD800',
        'a',
        '🚀',
        ' ',
        '\t',
      ),
    )
    .map((parts) => parts.join('')),
);

function* entrySpans(entries: readonly Entry[]): Generator<Span> {
  for (const entry of entries) {
    yield entry.keySpan;
    yield entry.value.span;
    yield entry.span;
    if (entry.value.kind === 'mapping') yield* entrySpans(entry.value.entries);
    if (entry.value.kind === 'sequence') for (const one of entry.value.items) yield one.span;
  }
}

function checkSections(section: Section): void {
  let end = section.span.start;
  for (const child of section.children) {
    assert.ok(covers(section.span, child.span), 'a section lies in its parent');
    assert.ok(child.span.start >= end, 'sections follow each other');
    end = child.span.end;
    checkSections(child);
  }
}

describe('I5: the tree is lossless and total', () => {
  it('tiles every text, and every span is within it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const file = fileOf(text);
        const tiles = [
          ...(file.frontMatter === undefined ? [] : [file.frontMatter.span]),
          ...file.body.blocks.map((block) => block.span),
        ];
        const start = file.frontMatter?.span.start ?? 0;
        assert.equal(text.slice(0, start) + tiles.map((tile) => text.slice(tile.start, tile.end)).join(''), text);
        const whole = { start: 0, end: text.length };
        for (const range of [
          ...entrySpans(file.frontMatter?.entries ?? []),
          ...file.problems.map((problem) => problem.span),
        ]) {
          assert.ok(covers(whole, range) && range.start <= range.end, JSON.stringify(range));
        }
        checkSections(file.body.root);
      }),
      runs(2_000),
    );
  });

  it('converts offsets to positions and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = sourceOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const back = offsetAt(source, positionAt(source, offset));
          // Between CR and LF there is no position; the offset becomes the end of the line.
          const isInside = text[offset - 1] === '\r' && text[offset] === '\n';
          assert.equal(back, isInside ? offset - 1 : offset);
        }
      }),
      runs(500),
    );
  });
});

/** Whether a finding of `after` has no counterpart (rule and message) in `before`. */
function newFindings(before: readonly LintFinding[], after: readonly LintFinding[]): readonly LintFinding[] {
  const known = before.map((finding) => finding.rule);
  return after.filter((finding) => {
    const at = known.indexOf(finding.rule);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

const lintOf = (file: AgentFile): readonly LintFinding[] => {
  const { findings, failures } = lint(agentOf(file, format, '/w/.claude/agents/a.md'));
  assert.deepEqual(failures, []);
  return findings;
};

/** Rules that may only report something after a repair, because the broken frontmatter hid it. */
const hidden = new Set([
  'field-value',
  'field-unknown',
  'field-misnamed',
  'field-stray',
  'name-missing',
  'description-missing',
  'name-file',
  'name-style',
  'description-short',
  'description-long',
  'yaml-syntax',
  'frontmatter-cut',
  'frontmatter-unclosed',
  'frontmatter-language',
  'frontmatter-opening',
  'limit',
]);

const toolRules = rules.filter(({ id }) => id.startsWith('tool-'));

describe('I6: fixes', () => {
  it('apply cleanly, and a safe fix of a tool, a field or a value causes no new finding', () => {
    fc.assert(
      fc.property(agentLike, (text) => {
        const file = fileOf(text);
        const before = lintOf(file);
        for (const finding of before) {
          for (const fix of finding.fixes ?? []) {
            assert.ok(disjoint(fix.edits), 'edits of one fix do not overlap');
            const fixed = applyEdits(text, fix.edits);
            // The content of frontmatter is only seen when it can be read.
            if (!fix.safe || /^(?:frontmatter|yaml)-/.test(finding.rule)) continue;
            const fresh = newFindings(before, lintOf(fileOf(fixed))).filter(
              ({ rule, severity }) => severity === 'error' || severity === 'warning' || !hidden.has(rule),
            );
            assert.deepEqual(
              fresh.map(({ rule, message }) => [rule, message]),
              [],
              fix.title,
            );
          }
        }
      }),
      runs(2_000),
    );
  });

  it('are idempotent', () => {
    fc.assert(
      fc.property(agentLike, (text) => {
        const path = '/w/.claude/agents/a.md';
        const once = fixAll(agent(text, path));
        assert.equal(fixAll(agent(once, path)), once);
        // As the action for the whole family of tool names does, with the first fix, safe or not.
        const withTools = (before: string): string =>
          fixAll(agent(before, path), { rules: toolRules }, ({ fixes }) => fixes?.[0]);
        const all = withTools(text);
        assert.equal(withTools(all), all);
      }),
      runs(1_000),
    );
  });

  it('keep every line end of the text', () => {
    fc.assert(
      fc.property(agentLike, (text) => {
        if (text.includes('\r')) return;
        assert.ok(!fixAll(agent(text)).includes('\r'));
      }),
      runs(300),
    );
  });
});

describe('I2: nothing throws', () => {
  it('at any offset of any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const read = agent(text);
        lintOf(read.file);
        symbolsOf(read);
        foldingOf(read);
        for (let i = 0; i < 8; i++) {
          const offset = text.length === 0 ? 0 : (seed + i * 7_919) % (text.length + 1);
          completionAt(read, offset, { snippets: i % 2 === 0 });
          hoverAt(read, offset);
        }
        // With the whole text as the range, the actions of all findings are returned.
        const uri = 'file:///w/.claude/agents/a.md';
        for (const start of [0, seed % (text.length + 1)]) actionsIn(read, { start, end: text.length }, { uri });
      }),
      runs(1_000),
    );
  });

  it('and the result depends on the text alone', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = JSON.stringify(parse(text, keysOf(format)));
        parse(other, keysOf(format));
        assert.equal(JSON.stringify(parse(text, keysOf(format))), first);
      }),
      runs(300),
    );
  });
});
