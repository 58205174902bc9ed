/** Completion in a file that is one JSON object: its keys, those below them, and words of which one is expected. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Field } from '../../hosts/field';
import { lookup } from '../../hosts/lookup';
import { shapeAt } from '../../hosts/nested';
import type { NestedShape } from '../../hosts/nestedShape';
import { type JsonPlace, nestedInJson } from '../../syntax/cursor/jsonNesting';
import { skipSpaces } from '../../text/lines';
import { lineAt } from '../../text/source';
import { span, touches } from '../../text/span';
import { describeField } from '../hover/describe';
import { rangeOf } from '../ranges';
import { edited, markdown, order, type Request } from './request';

/** The completions at `offset`; none outside the object. */
export function completeJson(request: Request, offset: number): readonly CompletionItem[] {
  const { file, format } = request.agent;
  const { text } = file.source;
  const place = nestedInJson(text, span(file.frontMatter?.span.start ?? 0, text.length), offset);
  if (place === undefined || !touches(place.span, offset) || !isOneLine(request, place)) return [];
  if (place.path.length === 0) return place.at === 'key' ? fieldItems(request, place) : [];
  const [top = '', ...path] = place.path;
  const root = lookup(format.fields, top)?.nested;
  const shape = root && shapeAt(root, path);
  if (place.at === 'key') return shape?.kind === 'mapping' ? keyItems(request, place, shape) : [];
  const value = shape?.kind === 'mapping' ? lookup(shape.keys, place.key ?? '')?.value : undefined;
  return value?.kind === 'word' ? wordItems(request, place, value) : [];
}

/** Editors reject edits over several lines. */
const isOneLine = ({ agent: { file } }: Request, place: JsonPlace): boolean =>
  lineAt(file.source, place.span.start) === lineAt(file.source, place.span.end);

const fieldItems = (request: Request, place: JsonPlace): readonly CompletionItem[] =>
  Object.entries(request.agent.format.fields)
    .filter(([key, field]) => !place.siblings.includes(key) && field.undocumented !== true)
    .map(([key, field], i) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: field.required === true ? `${field.summary} (required)` : field.summary,
      documentation: markdown(describeField(key, field, request.agent.format)),
      sortText: order(field.required === true ? 0 : 1, i),
      ...keyEdit(request, place, key, bracketsOf(field)),
    }));

const keyItems = (
  request: Request,
  place: JsonPlace,
  { keys }: Extract<NestedShape, { kind: 'mapping' }>,
): readonly CompletionItem[] =>
  Object.entries(keys)
    .filter(([key]) => !place.siblings.includes(key))
    .map(([key, { summary, value }], i) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: summary,
      sortText: order(0, i),
      ...keyEdit(request, place, key, bracketsOfShape(value)),
    }));

const wordItems = (
  request: Request,
  place: JsonPlace,
  { choices }: Extract<NestedShape, { kind: 'word' }>,
): readonly CompletionItem[] =>
  choices.map(({ value, summary }, i) => ({
    label: value,
    kind: CompletionItemKind.Value,
    detail: summary,
    filterText: filterOf(request, place, value),
    sortText: order(0, i),
    ...edited(request, place.span, `"${value}"`),
  }));

/** What opens and closes a value; empty where any value is possible. */
type Brackets = readonly [string, string];

/** As in the example of the field. */
function bracketsOf({ example }: Field): Brackets {
  if (example.startsWith('"')) return ['"', '"'];
  return example.startsWith('[') ? ['[', ']'] : example.startsWith('{') ? ['{ ', ' }'] : ['', ''];
}

function bracketsOfShape(shape: NestedShape): Brackets {
  if (shape.kind === 'sequence') return ['[', ']'];
  if (shape.kind === 'mapping' || shape.kind === 'named') return ['{ ', ' }'];
  const isText = shape.kind === 'word' || shape.kind === 'url' || shape.kind === 'address';
  return isText || (shape.kind === 'scalar' && shape.type === 'string') ? ['"', '"'] : ['', ''];
}

/** Editors compare what is typed, which may begin with a quote. */
const filterOf = ({ agent: { file } }: Request, { span: { start } }: JsonPlace, word: string): string =>
  file.source.text[start] === '"' ? `"${word}"` : word;

/** Writes the key, and where no value follows also the marks of one, with the commas that JSON needs. */
function keyEdit(request: Request, place: JsonPlace, key: string, [open, close]: Brackets): Partial<CompletionItem> {
  const { source } = request.agent.file;
  const { text } = source;
  const filterText = filterOf(request, place, key);
  if (text[skipSpaces(text, place.span.end, text.length)] === ':')
    return { filterText, ...edited(request, place.span, `"${key}"`) };
  const next = text.slice(place.span.end).trimStart();
  const comma = place.isFollowed && !next.startsWith(',') ? ',' : '';
  const stop = request.snippets ? '$1' : '';
  const name = request.snippets ? key.replaceAll('$', '\\$') : key;
  const closed = request.snippets ? close.replaceAll('}', '\\}') : close;
  const before = place.lacksComma;
  return {
    filterText,
    ...(request.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...edited(request, place.span, `"${name}": ${open}${stop}${closed}${comma}`),
    ...(before === undefined
      ? {}
      : { additionalTextEdits: [{ range: rangeOf(source, span(before, before)), newText: ',' }] }),
  };
}
