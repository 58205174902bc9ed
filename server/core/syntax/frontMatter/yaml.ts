/** Reads YAML with the `yaml` package and turns its nodes into entries and values with absolute spans. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLSeq,
  type Scalar as YamlScalar,
} from 'yaml';
import { append } from '../../text/append';
import { isLineBreak, isWhitespace } from '../../text/chars';
import { memo } from '../../text/memo';
import { type Span, span } from '../../text/span';
import type { Entry, Problem, Scalar, ScalarStyle, SequenceItem, Value } from '../tree';
import { limits } from './guard';
import { movedYaml, type Yaml } from './movedYaml';
import { readPlainYaml } from './plainYaml';
import { yamlMessage } from './yamlMessages';

/**
 * Parses the YAML between two offsets of a file.
 * @param text The whole file; spans in the result refer to it.
 * @param content Must have passed the guard: the parser recurses.
 * @param inner What to read instead of the text there, when marks in it are replaced by spaces; of the same length.
 */
export function readYaml(text: string, content: Span, inner?: string): Yaml {
  const yaml = inner ?? text.slice(content.start, content.end);
  return readAt(`${content.start}\n${yaml}`, { yaml, start: content.start });
}

/** The host reads the same text again, and so does the next version of the file when only its body changes. */
const readAt = memo(1 << 18, (key, given?: Placed) => {
  const { yaml, start } = given ?? placedIn(key);
  return movedYaml(read(yaml), start);
});

/** A text to read and its offset in the file. */
interface Placed {
  readonly yaml: string;
  readonly start: number;
}

function placedIn(key: string): Placed {
  const end = key.indexOf('\n');
  return { yaml: key.slice(end + 1), start: Number(key.slice(0, end)) };
}

/** Of a text that begins at 0, because a later version of the file may have it elsewhere. */
const read = memo(1 << 18, (text): Yaml => {
  const content = span(0, text.length);
  const plain = readPlainYaml(text, content);
  if (plain !== undefined) return { entries: plain, problems: [], dangling: [] };
  // The package knows LF and CRLF only. A lone CR is a line end to us and to LSP; replacing it keeps every offset.
  const yaml = text.replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(yaml, {
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const reader = { yaml };
  const problems = document.errors.slice(0, limits.problems).map((error): Problem => {
    const [start, end] = error.pos;
    return { code: 'yaml', span: within(content, start, end), detail: yamlMessage(error.code, error.message) };
  });
  append(problems, nulProblems(yaml, content));
  const aliases = aliasesOf(document, content);
  if (aliases.count > limits.aliases)
    problems.push({ code: 'limit', span: content, detail: `it has more than ${limits.aliases} aliases` });
  const { dangling } = aliases;
  const root = document.contents;
  if (isMap(root)) return { entries: root.items.map((pair) => entryOf(reader, pair)), problems, dangling };
  const isEmpty = root === null || (isScalar(root) && root.value === null && root.source === '');
  if (!isEmpty && problems.length === 0)
    problems.push({ code: 'yaml-not-a-mapping', span: rangeOf(reader, root), detail: '' });
  return { entries: [], problems, dangling };
});

/** The parsed text. */
interface Reader {
  readonly yaml: string;
}

const within = (content: Span, start: number, end: number): Span => {
  const last = content.end - content.start;
  const from = Math.min(start, last);
  return span(content.start + from, content.start + Math.max(from, Math.min(end, last)));
};

/** Counts aliases and finds those to anchors that are not before them. */
function aliasesOf(
  document: Document,
  content: Span,
): { readonly count: number; readonly dangling: readonly Problem[] } {
  const dangling: Problem[] = [];
  const anchors = new Set<string>();
  let count = 0;
  const pending: unknown[] = [document.contents];
  while (pending.length > 0) {
    const node = pending.pop();
    if (isAlias(node)) {
      count++;
      const [start, end] = node.range ?? [0, 0];
      const detail = `no anchor named ${node.source} comes before this alias`;
      if (!anchors.has(node.source) && dangling.length < limits.problems)
        dangling.push({ code: 'yaml', span: within(content, start, end), detail });
      continue;
    }
    if (!isNode(node)) continue;
    if (node.anchor !== undefined) anchors.add(node.anchor);
    // Last in, first out: what comes first in the text is pushed last.
    if (isMap(node)) for (const pair of node.items.toReversed()) pending.push(pair.value, pair.key);
    else if (isSeq(node)) for (const item of node.items.toReversed()) pending.push(item);
  }
  return { count, dangling };
}

/** YAML does not allow NUL characters, but the package accepts them. */
function nulProblems(yaml: string, content: Span): readonly Problem[] {
  const at = yaml.indexOf('\0');
  return at < 0 ? [] : [{ code: 'yaml', span: within(content, at, at + 1), detail: 'there is a NUL character here' }];
}

/** The node's characters, without the line ends and spaces that the package counts to block collections. */
function rangeOf(reader: Reader, node: Node): Span {
  const [start, valueEnd] = node.range ?? [0, 0, 0];
  let end = valueEnd;
  while (end > start && isWhitespace(reader.yaml.charCodeAt(end - 1))) end--;
  return span(start, end);
}

function entryOf(reader: Reader, pair: Pair<unknown, unknown>): Entry {
  const key = isNode(pair.key) ? pair.key : undefined;
  const keySpan = key === undefined ? span(0, 0) : rangeOf(reader, key);
  const value = isNode(pair.value) ? readValue(reader, pair.value) : missingAfter(keySpan.end);
  const name = key !== undefined && isScalar(key) ? String(key.value ?? '') : '';
  return { key: name, keySpan, value, span: span(keySpan.start, Math.max(keySpan.end, value.span.end)) };
}

const isNode = (node: unknown): node is Node => isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);

const missingAfter = (offset: number): Value => ({ kind: 'missing', span: span(offset, offset) });

/** Recursion is bounded, because the guard rejects text that nests deeper than `limits.depth`. */
function readValue(reader: Reader, node: Node): Value {
  if (isScalar(node)) return scalarOf(reader, node);
  const range = rangeOf(reader, node);
  if (isAlias(node)) return { kind: 'alias', target: node.source, span: range };
  if (isMap(node)) {
    return {
      kind: 'mapping',
      style: node.flow ? 'flow' : 'block',
      entries: node.items.map((pair) => entryOf(reader, pair)),
      span: range,
    };
  }
  if (isSeq(node)) {
    const dashes = dashesOf(node);
    const items = node.items.map((item, i) => itemOf(reader, item, dashes[i]));
    return { kind: 'sequence', style: node.flow ? 'flow' : 'block', items, span: range };
  }
  return { kind: 'broken', text: reader.yaml.slice(range.start, range.end), span: range };
}

/** The offsets of the dashes of a block list, in the order of its items. */
function dashesOf(list: YAMLSeq): readonly number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap((item) =>
    item.start.filter((part) => part.type === 'seq-item-ind').map((part) => part.offset),
  );
}

function itemOf(reader: Reader, item: unknown, dash: number | undefined): SequenceItem {
  const from = dash ?? 0;
  const value = isNode(item) ? readValue(reader, item) : missingAfter(from + 1);
  return { value, span: dash === undefined ? value.span : span(from, Math.max(from + 1, value.span.end)) };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function scalarOf(reader: Reader, node: YamlScalar): Value {
  const range = rangeOf(reader, node);
  if (node.value === null && (node.source ?? '') === '')
    return { kind: 'missing', span: span(range.start, range.start) };
  const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
  return {
    kind: 'scalar',
    style,
    text: node.source ?? String(node.value),
    type: typeOf(node, style),
    span: range,
    inner: innerOf(reader, range, style, node),
  };
}

const typeOf = (node: YamlScalar, style: ScalarStyle): Scalar['type'] => {
  if (style !== 'plain' || typeof node.value === 'string') return 'string';
  if (node.value === null) return 'null';
  return typeof node.value === 'boolean' ? 'boolean' : 'number';
};

function innerOf(reader: Reader, range: Span, style: ScalarStyle, node: YamlScalar): Span {
  if (style === 'plain') return range;
  if (style === 'single' || style === 'double') {
    const quote = style === 'single' ? 0x27 : 0x22;
    const isClosed = range.end - range.start >= 2 && reader.yaml.charCodeAt(range.end - 1) === quote;
    return span(range.start + 1, isClosed ? range.end - 1 : range.end);
  }
  let start = range.start;
  const end = node.range?.[1] ?? start;
  while (start < end && !isLineBreak(reader.yaml.charCodeAt(start))) start++;
  const isPair = reader.yaml.charCodeAt(start) === 0x0d && reader.yaml.charCodeAt(start + 1) === 0x0a;
  const first = Math.min(end, start + (isPair ? 2 : 1));
  return span(first, Math.max(first, end));
}
