/** Resolves an offset in a TOML file, outside of the prompt. */
import type { Agent } from '../agent/agent';
import { lookup } from '../hosts/lookup';
import type { Nested } from '../syntax/cursor/nesting';
import { listItems } from '../syntax/lists/items';
import type { Entry, Mapping, Value } from '../syntax/tree';
import { skipSpaces } from '../text/lines';
import { lineAt, lineContent } from '../text/source';
import { covers, type Span, span, touches } from '../text/span';
import { wordAround } from '../text/wordAt';
import type { CursorContext } from './cursorPlaces';

/** What an offset outside of the prompt is in. */
export function contextInToml(agent: Agent, offset: number): CursorContext {
  const { source, frontMatter } = agent.file;
  const entries = frontMatter?.entries ?? [];
  const line = lineContent(source, lineAt(source, offset));
  const { text } = source;
  if (text.trim() === '') return { kind: 'start', span: span(offset, offset) };
  const entry = entries.find((one) => touches(one.keySpan, offset));
  if (entry !== undefined) return { kind: 'key', span: entry.keySpan, entry };
  const around = entries.findLast((one) => isWithin(text, one, line, offset));
  if (around !== undefined) return contextInField(agent, around, line, offset);
  const header = headerAbove(text, line);
  if (header !== undefined) return contextInTable(agent, header, line, offset);
  const word = wordAround(text, line, offset);
  const isAtStart = skipSpaces(text, line.start, line.end) >= word.start;
  return isAtStart ? { kind: 'key', span: word, entry: undefined } : nothingAt(offset);
}

/** Where nothing is offered and nothing is explained. */
const nothingAt = (offset: number): CursorContext => ({ kind: 'comment', span: span(offset, offset) });

/** Whether the cursor is in a value that is written after its key, or where one would be. */
function isWithin(text: string, { keySpan, value }: Entry, line: Span, offset: number): boolean {
  if (value.kind === 'mapping' && value.style === 'block') return false;
  if (value.kind === 'sequence' && value.style === 'block') return false;
  if (touches(value.span, offset)) return true;
  // In the spaces after the sign, or where the value is still to be typed.
  const isOnLine = keySpan.start >= line.start && keySpan.end < offset && offset <= line.end;
  return isOnLine && offset <= value.span.start && text.slice(keySpan.end, offset).includes('=');
}

function contextInField(agent: Agent, entry: Entry, line: Span, offset: number): CursorContext {
  const { file, format } = agent;
  const { text } = file.source;
  const { value } = entry;
  const field = lookup(format.fields, entry.key);
  const kind = field?.shape.kind;
  if (field !== undefined && value.kind === 'sequence' && (kind === 'tools' || kind === 'names')) {
    const items = listItems(text, value, format.splitsNamesAt);
    const item = items.find((candidate) => touches(candidate.span, offset));
    const others = items.filter((other) => other !== item);
    return { kind: 'item', span: item?.span ?? span(offset, offset), entry, field, item, others };
  }
  if (field !== undefined && value.kind === 'mapping') {
    const nested = nestedIn(value, offset, []);
    return nested === undefined ? nothingAt(offset) : { kind: 'nested', span: nested.span, entry, field, nested };
  }
  const shown = value.kind === 'scalar' ? value.inner : value.span;
  const isOnIt = value.kind !== 'missing' && touches(shown, offset) && shown.end <= line.end;
  return { kind: 'value', span: isOnIt ? shown : span(offset, offset), entry, field };
}

/** The place in a table between braces; undefined where it is not in a key or value of it. */
function nestedIn({ entries }: Mapping, offset: number, path: readonly string[]): Nested | undefined {
  for (const { key, keySpan, value } of entries) {
    const siblings = entries.map((one) => one.key).filter((other) => other !== key);
    if (touches(keySpan, offset)) return { path, at: 'key', key, span: keySpan, siblings };
    if (!covers(value.span, span(offset, offset))) continue;
    if (value.kind === 'mapping') return nestedIn(value, offset, [...path, key]);
    if (value.kind === 'scalar') return { path, at: 'value', key, span: value.inner, siblings };
  }
  return undefined;
}

/** The last `[table]` line before a line: its keys, and whether it begins an item of a list. */
interface Header {
  readonly keys: readonly string[];
  readonly isItem: boolean;
}

/** UTF-16 code units before the cursor in which its table must begin. */
const MAX_BACK = 16_384;

function headerAbove(text: string, line: Span): Header | undefined {
  const before = text.slice(Math.max(0, line.start - MAX_BACK), line.start);
  const [last] = [...before.matchAll(/^[ \t]*(\[\[?)([^\]\r\n]+)\]/gm)].slice(-1);
  const [, opener, name] = last ?? [];
  if (opener === undefined || name === undefined || /["']/.test(opener)) return undefined;
  return { keys: name.split('.').map((part) => part.trim().replaceAll(/^["']|["']$/g, '')), isItem: opener === '[[' };
}

function contextInTable(agent: Agent, { keys, isItem }: Header, line: Span, offset: number): CursorContext {
  const { file, format } = agent;
  const { text } = file.source;
  const [root, ...below] = keys;
  const entry = file.frontMatter?.entries.find(({ key }) => key === root);
  const field = root === undefined ? undefined : lookup(format.fields, root);
  if (entry === undefined || field === undefined) return nothingAt(offset);
  const path = isItem ? [...below, '-'] : below;
  const sign = text.slice(line.start, line.end).indexOf('=');
  const [, key] = /^[ \t]*([\w-]+)/.exec(text.slice(line.start, line.end)) ?? [];
  if (sign >= 0 && offset > line.start + sign) {
    const word = wordAround(text, line, offset);
    return { kind: 'nested', span: word, entry, field, nested: { path, at: 'value', key, span: word, siblings: [] } };
  }
  const word = wordAround(text, line, offset);
  if (skipSpaces(text, line.start, line.end) < word.start) return nothingAt(offset);
  return {
    kind: 'nested',
    span: word,
    entry,
    field,
    nested: { path, at: 'key', key: sign < 0 ? undefined : key, span: word, siblings: keysAt(entry.value, path) },
  };
}

/** The keys that a table contains already. */
function keysAt(value: Value, path: readonly string[]): readonly string[] {
  let here: Value | undefined = value;
  for (const step of path)
    here =
      step === '-'
        ? here?.kind === 'sequence'
          ? here.items.at(-1)?.value
          : undefined
        : here?.kind === 'mapping'
          ? here.entries.find(({ key }) => key === step)?.value
          : undefined;
  return here?.kind === 'mapping' ? here.entries.map(({ key }) => key) : [];
}
