/** Changes one value of a JSON text with comments, and nothing else: comments, order and layout stay as they are. */

import { createScanner, findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type Edit, insertAt } from '../../text/edits';
import { isDeep } from '../../text/json';
import { type Span, span } from '../../text/span';
import { spanOf } from './parseJson';

/** Keys, and indexes of lists from zero. `-1` at the end stands for a new item after the last one. */
export type JsonPath = readonly (string | number)[];

/** What one level is indented by, and how lines end. */
interface Layout {
  readonly indent: string;
  readonly eol: string;
}

/**
 * The edits that give the value at a path another one; what is missing on the way, or null, is created.
 * @param text JSON that may have comments and commas after the last value. White space and comments alone become an object.
 * @param value Of JSON; undefined removes the key or item. A new item that is in the list already changes nothing.
 * @returns Disjoint edits, none when nothing has to change; undefined when the text is broken, or when something on the way is
 *   neither an object nor a list.
 */
export function editsOfJson(text: string, path: JsonPath, value: unknown): readonly Edit[] | undefined {
  if (isDeep(text)) return undefined;
  const errors: ParseError[] = [];
  // A line break takes the place of the byte order mark: it has the same length, and offsets stay.
  const json = text.startsWith('\uFEFF') ? `\n${text.slice(1)}` : text;
  const root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const layout = layoutOf(text);
  if (root === undefined) return errors.length > 0 ? undefined : newTextIn(text, path, value, layout);
  if (errors.length > 0) return undefined;
  return editsIn(json, root, path, value, layout);
}

/** The whole value goes after the comments that are there. */
function newTextIn(text: string, path: JsonPath, value: unknown, layout: Layout): readonly Edit[] {
  if (value === undefined) return [];
  const isBlank = /^[\s\uFEFF]*$/.test(text);
  const end = text.trimEnd().length;
  const before = isBlank ? '' : layout.eol;
  return [
    {
      span: span(isBlank ? text.length : end, text.length),
      newText: before + written(nested(path, value), '', layout) + layout.eol,
    },
  ];
}

function editsIn(
  json: string,
  root: Node,
  path: JsonPath,
  value: unknown,
  layout: Layout,
): readonly Edit[] | undefined {
  // The deepest value on the path that is there.
  let at = 0;
  let node = root;
  for (; at < path.length; at++) {
    const inner = childAt(node, path[at]);
    if (inner === undefined) break;
    node = inner;
  }
  const [key, ...rest] = path.slice(at);
  if (key === undefined) {
    if (value === undefined) return node.parent === undefined ? undefined : removal(json, itemOf(node));
    if (JSON.stringify(getNodeValue(node)) === JSON.stringify(value)) return [];
    return [{ span: spanOf(node), newText: written(value, indentAt(json, node.offset), layout) }];
  }
  if (node.type === 'null' && value !== undefined)
    return [
      { span: spanOf(node), newText: written(nested([key, ...rest], value), indentAt(json, node.offset), layout) },
    ];
  if (node.type === 'object' ? typeof key !== 'string' : node.type !== 'array' || typeof key !== 'number')
    return undefined;
  if (value === undefined) return [];
  if (key === -1 && rest.length === 0 && hasItem(node, value)) return [];
  const before = typeof key === 'string' ? `${JSON.stringify(key)}: ` : '';
  return insertion(json, node, (indent) => before + written(nested(rest, value), indent, layout), layout);
}

/** The value of a key, or an item. Where a key is written twice, the last one counts. */
function childAt(node: Node, key: string | number | undefined): Node | undefined {
  if (typeof key === 'number') return node.type === 'array' && key >= 0 ? findNodeAtLocation(node, [key]) : undefined;
  if (node.type !== 'object') return undefined;
  return (node.children ?? []).findLast(({ children: [name] = [] }) => name?.value === key)?.children?.[1];
}

const hasItem = (list: Node, value: unknown): boolean => {
  const wanted = JSON.stringify(value);
  return (list.children ?? []).some((item) => JSON.stringify(getNodeValue(item)) === wanted);
};

/** The value with what has to be around it for the rest of a path. */
const nested = (path: JsonPath, value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => (typeof key === 'string' ? { [key]: inner } : [inner]), value);

/** The property of a value, or the value itself in a list. */
const itemOf = (node: Node): Node => (node.parent?.type === 'property' ? node.parent : node);

const endOf = ({ offset, length }: Node): number => offset + length;

/** The value as JSON text. Lines after the first are indented by `indent`. Lists of plain values stay on one line. */
function written(value: unknown, indent: string, layout: Layout): string {
  const inner = indent + layout.indent;
  const lines = (open: string, parts: readonly string[], close: string): string =>
    `${open}${parts.map((part) => `${layout.eol}${inner}${part}`).join(',')}${layout.eol}${indent}${close}`;
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== 'object' || one === null);
    if (isPlain) return `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    return lines(
      '[',
      value.map((one) => written(one, inner, layout)),
      ']',
    );
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return lines(
    '{',
    entries.map(([key, one]) => `${JSON.stringify(key)}: ${written(one, inner, layout)}`),
    '}',
  );
}

/** A new last item of an object or a list: after the comment that follows the last one in its line. */
function insertion(json: string, container: Node, write: (indent: string) => string, layout: Layout): readonly Edit[] {
  const last = container.children?.at(-1);
  const outer = indentAt(json, container.offset);
  const inner = outer + layout.indent;
  if (last === undefined) {
    const whole = spanOf(container);
    const comments = json.slice(whole.start + 1, whole.end - 1).trim();
    const closing = layout.eol + outer;
    if (comments === '')
      return [{ span: span(whole.start + 1, whole.end - 1), newText: layout.eol + inner + write(inner) + closing }];
    const end = whole.start + 1 + json.slice(whole.start + 1, whole.end - 1).trimEnd().length;
    return [{ span: span(end, whole.end - 1), newText: layout.eol + inner + write(inner) + closing }];
  }
  const isOnOneLine = !/[\r\n]/.test(json.slice(container.offset, last.offset));
  const comma = commaAfter(json, last, container);
  if (isOnOneLine) {
    return [
      insertAt(
        comma === undefined ? endOf(last) : comma + 1,
        `${comma === undefined ? ',' : ''} ${write(outer)}${comma === undefined ? '' : ','}`,
      ),
    ];
  }
  const indent = indentAt(json, last.offset);
  const end = endOfLine(json, comma === undefined ? endOf(last) : comma + 1, container);
  const item = `${layout.eol}${indent}${write(indent)}${comma === undefined ? '' : ','}`;
  if (comma !== undefined) return [insertAt(end, item)];
  return end === endOf(last) ? [insertAt(end, `,${item}`)] : [insertAt(endOf(last), ','), insertAt(end, item)];
}

/** Removes an item with its comma, and its lines where nothing else is in them. */
function removal(json: string, item: Node): readonly Edit[] | undefined {
  const container = item.parent;
  const siblings = container?.children ?? [];
  const at = siblings.indexOf(item);
  if (container === undefined || at < 0) return undefined;
  const comma = commaAfter(json, item, container);
  const whole = wholeLines(json, span(item.offset, comma === undefined ? endOf(item) : comma + 1), container);
  const previous = siblings[at - 1];
  if (comma !== undefined || previous === undefined) return [{ span: whole, newText: '' }];
  // It was the last one, so the comma before it goes too.
  const before = commaAfter(json, previous, container);
  if (before === undefined) return [{ span: whole, newText: '' }];
  const gap = json.slice(before + 1, whole.start);
  return gap.trim() === '' && !/[\r\n]/.test(gap)
    ? [{ span: span(before, whole.end), newText: '' }]
    : [
        { span: span(before, before + 1), newText: '' },
        { span: whole, newText: '' },
      ];
}

/** The span with the line breaks and the comment in the last line, where only white space is before it. */
function wholeLines(json: string, range: Span, container: Node): Span {
  const lineStart = startOfLine(json, range.start);
  if (json.slice(lineStart, range.start).trim() !== '') return spaceAfter(json, range);
  const end = endOfLine(json, range.end, container);
  const eol = /^[ \t]*(?:\r\n|\r|\n)/.exec(json.slice(end))?.[0];
  return eol === undefined ? spaceAfter(json, range) : span(lineStart, end + eol.length);
}

const spaceAfter = (json: string, { start, end }: Span): Span =>
  span(start, end + (/^[ \t]*/.exec(json.slice(end))?.[0].length ?? 0));

/** The offset of the comma after an item, in its container; undefined when there is none. */
function commaAfter(json: string, item: Node, container: Node): number | undefined {
  const scanner = createScanner(json, true);
  scanner.setPosition(endOf(item));
  scanner.scan();
  const at = scanner.getTokenOffset();
  return json[at] === ',' && at < endOf(container) ? at : undefined;
}

/** Where the comments end that follow `from` in the same line; `from` when there are none. */
function endOfLine(json: string, from: number, container: Node): number {
  const scanner = createScanner(json, false);
  scanner.setPosition(from);
  let end = from;
  for (;;) {
    scanner.scan();
    const token = json.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength());
    if (/^[ \t]+$/.test(token)) continue;
    const isComment = token.startsWith('//') || token.startsWith('/*');
    if (!isComment || scanner.getTokenOffset() >= endOf(container)) return end;
    end = scanner.getTokenOffset() + scanner.getTokenLength();
  }
}

function startOfLine(json: string, offset: number): number {
  let at = offset;
  while (at > 0 && json[at - 1] !== '\n' && json[at - 1] !== '\r') at--;
  return at;
}

/** The white space that the line of an offset begins with. */
function indentAt(json: string, offset: number): string {
  const start = startOfLine(json, offset);
  return /^[ \t]*/.exec(json.slice(start, offset))?.[0] ?? '';
}

/** As the first indented line does it; two spaces when there is none. */
function layoutOf(text: string): Layout {
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return { indent: /^[ \t]+(?=["/])/m.exec(text)?.[0] ?? '  ', eol };
}
