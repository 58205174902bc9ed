/**
 * Reads frontmatter as version 4 of the `js-yaml` package does, which most hosts in JavaScript use: unlike our own YAML, it refuses
 * duplicate keys, control characters and unknown tags. Where the block begins and ends is left to the host.
 */

import { excess } from '../syntax/frontMatter/guard';
import { readYaml } from '../syntax/frontMatter/yaml';
import type { Entry, Value } from '../syntax/tree';
import { mapsIn } from '../syntax/values';
import { lineFrom } from '../text/lines';
import { type Span, span } from '../text/span';
import type { Objection, Reading } from './reading';

/**
 * The reading of a block.
 * @param content The lines between the dashes.
 * @param closer The dashes at which the host ends the block.
 */
export function readStrictly(text: string, content: Span, closer: Span): Reading {
  if (excess(text.slice(content.start, content.end)) !== undefined) return { kind: 'unread', closer };
  const { entries, problems, dangling } = readYaml(text, content);
  if (problems.some(({ code }) => code === 'limit')) return { kind: 'unread', closer };
  if (dangling.length > 0 || problems.some(({ code }) => code === 'yaml')) return { kind: 'broken', closer };
  if (problems.length > 0) return { kind: 'not-a-mapping', repaired: false, closer };
  if (hasDuplicate(entries)) return { kind: 'broken', closer };
  const objection = secondDocumentIn(text, content) ?? unprintableIn(text, content);
  if (objection !== undefined) return { kind: 'broken', closer, objection };
  const tags = tagsIn(text, content, entries).filter(({ name, isOfScalar }) => name !== '!!str' || !isOfScalar);
  const unknown = tags.find(({ name }) => !KNOWN_TAG.test(name));
  if (unknown !== undefined)
    return {
      kind: 'broken',
      closer,
      objection: { span: unknown.span, what: 'it does not know this tag; put the value in quotes' },
    };
  // The effect of other tags is not known.
  if (tags.length > 0) return { kind: 'unread', closer };
  return { kind: 'read', repaired: false, entries: merged(entries), closer };
}

/** The line that begins a second YAML document, which programs refuse that read one. */
export function secondDocumentIn(text: string, content: Span): Objection | undefined {
  let isOver = false;
  let hasBegun = false;
  for (let at = content.start; at < content.end; ) {
    const line = lineFrom(text, at);
    const written = text.slice(line.start, Math.min(line.end, content.end));
    at = line.next;
    if (/^\s*(?:#|$)/.test(written)) continue;
    if (isOver || (hasBegun && /^---(?:\s|$)/.test(written)))
      return { span: span(line.start, line.start + written.length), what: 'a second YAML document begins here' };
    if (/^\.\.\.(?:\s|$)/.test(written)) isOver = true;
    // Directives come before the document.
    else if (hasBegun || !written.startsWith('%')) hasBegun = true;
  }
  return undefined;
}

/** Whether a key of the frontmatter, or of a map in it, is written twice. */
export function hasDuplicate(entries: readonly Entry[]): boolean {
  const keys = entries.map(({ key }) => key).filter((key) => key !== '<<');
  return new Set(keys).size < keys.length || entries.some(({ value }) => mapsIn(value).some(hasDuplicate));
}

/** The first character that YAML 1.1 allows nowhere, such as a control character. */
export function unprintableIn(text: string, { start, end }: Span): Objection | undefined {
  for (let at = start; at < end; at++) {
    if (!isPrintable(text.charCodeAt(at)))
      return { span: span(at, at + 1), what: 'it allows no control characters; remove this one' };
  }
  return undefined;
}

/** Tab, line feed, carriage return and next line are the only control characters that count as printable. */
const isPrintable = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) || [0x09, 0x0a, 0x0d, 0x85].includes(code) || (code >= 0xa0 && code < 0xfffe);

export interface Tag {
  readonly name: string;
  readonly span: Span;
  /** Whether it is before a scalar value, which `!!str` turns into a text. */
  readonly isOfScalar: boolean;
}

/** The tags of keys and values: what begins with `!` outside of them and of comments. */
export function tagsIn(text: string, content: Span, entries: readonly Entry[]): readonly Tag[] {
  const parts = partsOf(entries);
  const starts = [content.start, ...parts.map(({ span }) => span.end)];
  return starts.flatMap((start, i): readonly Tag[] => {
    const next = parts[i];
    const gap = text
      .slice(start, next?.span.start ?? content.end)
      .replaceAll(/#[^\r\n]*/g, (note) => ' '.repeat(note.length));
    return [...gap.matchAll(/!(?:<[^>]*>|[^\s,[\]{}]*)/g)].map(({ 0: name, index }) => ({
      name,
      span: span(start + index, start + index + name.length),
      isOfScalar: next?.isValue === true,
    }));
  });
}

interface Part {
  readonly span: Span;
  readonly isValue: boolean;
}

/** The keys and the values without parts of their own, in file order. */
const partsOf = (entries: readonly Entry[]): readonly Part[] =>
  entries.flatMap(({ keySpan, value }) => [{ span: keySpan, isValue: false }, ...partsOfValue(value)]);

function partsOfValue(value: Value): readonly Part[] {
  if (value.kind === 'mapping') return partsOf(value.entries);
  if (value.kind === 'sequence') return value.items.flatMap((item) => partsOfValue(item.value));
  return [{ span: value.span, isValue: value.kind === 'scalar' }];
}

const KNOWN_TAG = /^!!(?:str|int|float|bool|null|map|seq|timestamp|merge|binary|omap|pairs|set)$/;

/** The entries with those of a merge key (`<<: {…}`) before them, so that a key of the mapping itself comes last and wins. */
const merged = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.flatMap(({ key, value }) => (key === '<<' && value.kind === 'mapping' ? value.entries : [])),
  ...entries.filter(({ key, value }) => key !== '<<' || value.kind === 'alias'),
];
