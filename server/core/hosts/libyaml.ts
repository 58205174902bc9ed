/**
 * Reads frontmatter as programs in Rust do, with `libyaml` and `serde`. Unlike `js-yaml` in `strictYaml.ts`, it accepts unknown tags,
 * merges nothing, refuses tabs and long keys, and gives types of its own to plain values.
 */
import { excess } from '../syntax/frontMatter/guard';
import { readYaml } from '../syntax/frontMatter/yaml';
import type { Entry, Scalar, Value } from '../syntax/tree';
import { isWhitespace } from '../text/chars';
import { type Span, span } from '../text/span';
import { inOneLine } from './libyamlLines';
import { leavesOf, tabObjection } from './libyamlTabs';
import type { Objection, Reading } from './reading';
import { hasDuplicate, secondDocumentIn, tagsIn, unprintableIn } from './strictYaml';

/**
 * The reading of a block. Keys that are written twice, a second document and tabs as indentation are refused; merge keys (`<<`) are
 * keys like any other, and unknown tags have no effect.
 * @param content The lines between the dashes.
 * @param closer The dashes at which the host ends the block.
 */
export function readWithLibyaml(text: string, content: Span, closer: Span): Reading {
  const block = text.slice(content.start, content.end);
  // These end a line for the program only.
  if (excess(block) !== undefined || /[\u0085\u2028\u2029]/.test(block)) return { kind: 'unread', closer };
  const control = unprintableIn(text, content);
  if (control !== undefined) return { kind: 'broken', closer, objection: control };
  const { entries, problems, dangling, repaired } = readLeniently(text, content);
  if (problems.some(({ code }) => code === 'limit')) return { kind: 'unread', closer };
  if (dangling.length > 0 || problems.some(({ code }) => code === 'yaml')) return { kind: 'broken', closer };
  const objection = tabObjection(text, content, entries) ?? objectionTo(text, content, entries);
  if (objection !== undefined) return { kind: 'broken', closer, objection };
  if (problems.length > 0) return { kind: 'not-a-mapping', repaired, closer };
  if (hasDuplicate(entries)) return { kind: 'broken', closer };
  const second = secondDocumentIn(text, content);
  if (second !== undefined) return { kind: 'broken', closer, objection: second };
  const typed = typedEntries(entries, tagsBefore(text, content, entries));
  return 'what' in typed
    ? { kind: 'broken', closer, objection: typed }
    : { kind: 'read', repaired, entries: typed.filter(({ key }) => key !== '<<'), closer };
}

/** The block as the parser reads it, or where it cannot, with each value on one line. */
function readLeniently(text: string, content: Span): ReturnType<typeof readYaml> & { readonly repaired: boolean } {
  const strict = readYaml(text, content);
  const inner = strict.problems.some(({ code }) => code === 'yaml')
    ? inOneLine(text.slice(content.start, content.end))
    : undefined;
  return inner === undefined ? { ...strict, repaired: false } : { ...readYaml(text, content, inner), repaired: true };
}

/** How long a key may be that has no question mark before it, in UTF-16 units. */
const MAX_KEY = 1024;

/** What else the program refuses although YAML 1.2 allows it. */
function objectionTo(text: string, content: Span, entries: readonly Entry[]): Objection | undefined {
  const all = entriesIn(entries);
  const unnamed = all.find(({ key, keySpan }) => key === '' && keySpan.start === keySpan.end);
  if (unnamed !== undefined) return { span: unnamed.value.span, what: 'a key is missing before this colon' };
  const long = all.find(({ keySpan: { start, end } }) => end - start > MAX_KEY);
  if (long !== undefined) return { span: long.keySpan, what: `a key may have ${MAX_KEY} characters at most` };
  const broken = all.find(({ keySpan }) => keySpan.start < keySpan.end && isOverLines(text, keySpan));
  if (broken !== undefined) return { span: broken.keySpan, what: 'write this key and its colon on one line' };
  const mark = text.slice(content.start, content.end).search(/^\uFEFF/m);
  if (mark >= 0)
    return { span: span(content.start + mark, content.start + mark + 1), what: 'a byte order mark begins this line' };
  return colonIn(text, entries);
}

/** Whether a key without a question mark before it, or its colon, is on several lines. */
function isOverLines(text: string, { start, end }: Span): boolean {
  let colon = end;
  while (colon < text.length && isWhitespace(text.charCodeAt(colon))) colon++;
  if (text[colon] !== ':' || !/[\r\n]/.test(text.slice(start, colon))) return false;
  let before = start - 1;
  while (before > 0 && isWhitespace(text.charCodeAt(before))) before--;
  return text[before] !== '?';
}

/** A colon in a flow collection that a mark of the collection follows: `[a:, b]`. */
function colonIn(text: string, entries: readonly Entry[]): Objection | undefined {
  const quotes = scalarsIn(entries).filter(({ style }) => style !== 'plain');
  let next = 0;
  for (const { kind, span: area } of entries.flatMap(({ value }) => leavesOf(value))) {
    if (kind === 'scalar') continue;
    for (const { index } of text.slice(area.start, area.end).matchAll(/(?<=[^\s,[\]{}"':]):(?=[,?[\]{}])/g)) {
      const at = area.start + index;
      while ((quotes[next]?.span.end ?? at + 1) <= at) next++;
      if ((quotes[next]?.span.start ?? at + 1) > at)
        return { span: span(at, at + 1), what: 'put a space after this colon' };
    }
  }
  return undefined;
}

/** The tags of scalar values, by the offset at which the value begins. */
function tagsBefore(text: string, content: Span, entries: readonly Entry[]): ReadonlyMap<number, string> {
  if (!text.slice(content.start, content.end).includes('!')) return new Map();
  const tags = tagsIn(text, content, entries);
  const found = new Map<number, string>();
  let next = 0;
  for (const { span: area } of scalarsIn(entries)) {
    for (let tag = tags[next]; tag !== undefined && tag.span.end <= area.start; tag = tags[++next])
      if (tag.isOfScalar) found.set(area.start, tag.name);
  }
  return found;
}

type Tags = ReadonlyMap<number, string>;

/** The entries with the types that the program gives to their values, or what it refuses among them. */
function typedEntries(entries: readonly Entry[], tags: Tags): readonly Entry[] | Objection {
  const typed: Entry[] = [];
  for (const entry of entries) {
    const value = typedValue(entry.value, tags);
    if ('what' in value) return value;
    typed.push(value === entry.value ? entry : { ...entry, value });
  }
  return typed;
}

function typedValue(value: Value, tags: Tags): Value | Objection {
  if (value.kind === 'scalar') return typedScalar(value, tags.get(value.span.start));
  if (value.kind === 'mapping') {
    const entries = typedEntries(value.entries, tags);
    return 'what' in entries ? entries : { ...value, entries };
  }
  if (value.kind !== 'sequence') return value;
  const items: (typeof value.items)[number][] = [];
  for (const item of value.items) {
    const inner = typedValue(item.value, tags);
    if ('what' in inner) return inner;
    items.push({ ...item, value: inner });
  }
  return { ...value, items };
}

const CORE: Readonly<Record<string, readonly Scalar['type'][]>> = {
  '!!str': ['string'],
  '!!int': ['number'],
  '!!float': ['number', 'null'],
  '!!bool': ['boolean'],
  '!!null': ['null'],
};

function typedScalar(value: Scalar, tag: string | undefined): Scalar | Objection {
  const known = tag === undefined ? undefined : CORE[tag];
  if (tag === '!!str' || tag === '!<tag:yaml.org,2002:str>' || (known === undefined && value.style !== 'plain'))
    return value.type === 'string' ? value : { ...value, type: 'string' };
  const type = typeOf(value.text);
  if (known !== undefined && !known.includes(type))
    return { span: value.span, what: `this value does not fit its tag \`${tag}\`` };
  if (type === 'number' && isTooLarge(value.text))
    return { span: value.span, what: 'this number is too large; put it in quotes' };
  return type === value.type ? value : { ...value, type };
}

/** The type of a plain value. Infinity and what is not a number become null on the way to JSON. */
function typeOf(text: string): Scalar['type'] {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return 'boolean';
  if (/^[-+]?(?:0x[\da-fA-F]+|0o[0-7]+|0b[01]+)$/.test(text)) return 'number';
  if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text)) return 'null';
  // Digits with a zero before them are a text, as a postal code or the number of an agent is.
  if (/^[-+]?0\d/.test(text) && /^[-+]?\d+$/.test(text)) return 'string';
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
  return isNumber && Number.isFinite(Number(text)) ? 'number' : 'string';
}

/** Whether an integer fits into 128 bits, but not into 64. Larger ones are numbers with fractions to the program. */
function isTooLarge(text: string): boolean {
  if (!/^[-+]?\d{19,39}$/.test(text)) return false;
  const number = BigInt(text.replace('+', ''));
  return number < 0n ? number < -(2n ** 63n) && number >= -(2n ** 127n) : number >= 2n ** 64n && number < 2n ** 128n;
}

/** All entries, those in values included, in file order. */
const entriesIn = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap((entry) => [entry, ...entriesIn(valuesIn(entry.value).flatMap(entriesOf))]);

const entriesOf = (value: Value): readonly Entry[] => (value.kind === 'mapping' ? value.entries : []);

/** A value with all the values in it, except for those in a mapping. */
const valuesIn = (value: Value): readonly Value[] =>
  value.kind === 'sequence' ? [value, ...value.items.flatMap((item) => valuesIn(item.value))] : [value];

const scalarsIn = (entries: readonly Entry[]): readonly Scalar[] =>
  entriesIn(entries).flatMap(({ value }) => valuesIn(value).filter((one) => one.kind === 'scalar'));
