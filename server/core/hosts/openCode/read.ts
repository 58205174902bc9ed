/**
 * How OpenCode and the programs made from it read frontmatter: with `gray-matter`, which contains version 3 of `js-yaml`, and one
 * attempt at repair.
 */

import type { AgentFile, Entry } from '../../syntax/tree';
import { applyEdits, type Edit, originalOffsets } from '../../text/edits';
import { lineFrom } from '../../text/lines';
import { type Span, span } from '../../text/span';
import { placed } from '../placed';
import type { Reading } from '../reading';
import { readStrictly } from '../strictYaml';
import { withoutAliases } from './aliases';
import { type Repair, repairsOf } from './repair';
import { retyped } from './yamlTypes';

/**
 * Reads the frontmatter as the program does.
 * @param repair How it writes a value with a colon again.
 */
export const readerWith =
  (repair: Repair) =>
  (file: AgentFile): Reading => {
    const { text } = file.source;
    const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (!text.startsWith('---', from) || text[from + 3] === '-') return { kind: 'unseen' };
    const lineEnd = text.slice(from + 3).search(/\r?\n/);
    if (lineEnd < 0)
      return {
        kind: 'unseen',
        ...(text.includes('\r') ? { obstacle: { kind: 'line-ends', span: span(from, from + 3) } } : {}),
      };
    const start = from + 3 + lineEnd;
    const language = text
      .slice(from + 3, start)
      .trim()
      .toLowerCase();
    const end = text.indexOf('\n---', start);
    const closer = end < 0 ? span(text.length, text.length) : span(end + 1, end + 4);
    // The program runs such frontmatter as code.
    if (language === 'js' || language === 'javascript') return { kind: 'unread', closer };
    if (!['', 'yaml', 'yml', 'json'].includes(language)) return { kind: 'unseen' };
    const content = span(start, end < 0 ? text.length : end);
    // Its YAML takes a lone CR for a line end, and its repair does not.
    if (/\r(?!\n)/.test(text.slice(content.start, content.end + 1))) return { kind: 'unread', closer };
    if (language === 'json' && !isJson(text.slice(content.start, content.end))) return { kind: 'broken', closer };
    const first = readOnce(text, content, [], closer);
    // The repair takes the frontmatter only after dashes that stand alone at the very start.
    if (first.kind !== 'broken' || language !== '' || start > 3 || end < 0) return first;
    const repairs = repairsOf(text.slice(content.start, content.end), repair);
    if (repairs === undefined) return first;
    const second = readOnce(text, content, repairs, closer);
    if (second.kind === 'broken') return { kind: 'broken', closer, isDropped: true };
    return second.kind === 'read' || second.kind === 'not-a-mapping' ? { ...second, repaired: true } : second;
  };

const isJson = (block: string): boolean => {
  if (block.trim() === '') return true;
  try {
    JSON.parse(block);
    return true;
  } catch {
    return false;
  }
};

/** Whether a key of a block is empty without the mark for such keys, which the program's YAML refuses. */
const hasEmptyKey = (text: string, entries: readonly Entry[]): boolean =>
  entries.some(
    ({ keySpan, value }) =>
      (keySpan.start === keySpan.end && !/\?\s*$/.test(text.slice(Math.max(0, keySpan.start - 20), keySpan.start))) ||
      (value.kind === 'mapping' && value.style === 'block' && hasEmptyKey(text, value.entries)),
  );

/** Reads the block as it is, and where that fails as the program's YAML takes lines with text after a list, a map or quotes. */
function readOnce(text: string, content: Span, repairs: readonly Edit[], closer: Span): Reading {
  const reading = readBlock(text, content, repairs, closer);
  const splits =
    reading.kind === 'broken' && repairs.length === 0 ? splitsOf(text.slice(content.start, content.end)) : [];
  if (splits.length === 0) return reading;
  const lenient = readBlock(text, content, splits, closer);
  return lenient.kind === 'read' ? lenient : reading;
}

/** Line ends before a key that follows a list, a map or a text in quotes on one line: `a: [b] c: d` has two keys. */
function splitsOf(block: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (let line = lineFrom(block, 0); line.start < block.length; line = lineFrom(block, line.next)) {
    const [, head = '', gap = ''] =
      /^([^\s#"'[\]{}:][^:]*:[ \t]+(?:\[[^\]"'#]*\]|\{[^}"'#]*\}|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))([ \t]+)[^\s#:,[\]{}&*!|>'"%@`-][^#]*?:(?:[ \t]|$)/.exec(
        block.slice(line.start, Math.min(line.end, line.start + MAX_LINE)),
      ) ?? [];
    const at = line.start + head.length;
    if (gap !== '') edits.push({ span: span(at, at + gap.length), newText: '\n' });
  }
  return edits;
}

/** UTF-16 code units of a line in which such a key is looked for. */
const MAX_LINE = 2000;

/** @param repairs Edits of the block, in the order of their spans. */
function readBlock(text: string, content: Span, repairs: readonly Edit[], closer: Span): Reading {
  const block = text.slice(content.start, content.end);
  const edits = [...repairs, ...tabs(block)].sort((a, b) => a.span.start - b.span.start);
  if (edits.length === 0) {
    const reading = readStrictly(text, content, closer);
    if (reading.kind !== 'read') return reading;
    if (hasEmptyKey(text, reading.entries)) return { kind: 'broken', closer };
    return { ...reading, entries: finished(text, reading.entries) };
  }
  const edited = applyEdits(block, edits);
  const reading = readStrictly(edited, span(0, edited.length), closer);
  if (reading.kind === 'broken') return { kind: 'broken', closer };
  if (reading.kind !== 'read') return reading;
  if (hasEmptyKey(edited, reading.entries)) return { kind: 'broken', closer };
  const original = originalOffsets(edits);
  const entries = reading.entries.map((entry) => placed(entry, (offset) => content.start + original(offset), text));
  return { ...reading, entries: finished(text, entries) };
}

const finished = (text: string, entries: readonly Entry[]) => retyped(withoutAliases(text, entries));

/** The program's YAML takes tabs at the start of a line for white space that is no indentation. */
function tabs(block: string): readonly Edit[] {
  const edits: Edit[] = [];
  if (!block.includes('\t')) return edits;
  for (let line = lineFrom(block, 0); line.start < block.length; line = lineFrom(block, line.next)) {
    const [, spaces = '', rest = ''] = /^( *)(\t[ \t]*)(?=\S)/.exec(block.slice(line.start, line.end)) ?? [];
    const at = line.start + spaces.length;
    if (rest !== '') edits.push({ span: span(at, at + rest.length), newText: '' });
  }
  return edits;
}
