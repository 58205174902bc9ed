/** Completion of the keys of fields, and of their values. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Field } from '../../hosts/field';
import type { Format } from '../../hosts/host';
import { fieldStart, separatorIn, textIn, valueIn } from '../../syntax/notation';
import type { CursorContext } from '../cursorContext';
import { describeChoice, describeField } from '../hover/describe';
import { edited, markdown, order, type Request, spaced, withoutPlaces, withPlaces } from './request';

/** The fields that are not there yet. */
export function completeKeys(
  request: Request,
  place: Extract<CursorContext, { kind: 'key' }>,
): readonly CompletionItem[] {
  const { file, format } = request.agent;
  const used = new Set(file.frontMatter?.entries.filter((entry) => entry !== place.entry).map((entry) => entry.key));
  const { notation } = format;
  const rest = file.source.text.slice(place.span.end, place.span.end + 20).trimStart();
  const isFollowed =
    notation === undefined
      ? file.source.text[place.span.end] === separatorIn(notation)
      : rest.startsWith(separatorIn(notation)) || rest.startsWith(']') || rest.startsWith('.');
  return Object.entries(format.fields)
    .filter(([key, field]) => !used.has(key) && field.undocumented !== true)
    .map(
      ([key, field], i): CompletionItem => ({
        label: key,
        kind: CompletionItemKind.Property,
        detail: field.required === true ? `${field.summary} (required)` : field.summary,
        documentation: markdown(describeField(key, field, format)),
        sortText: order(field.required === true ? 0 : 1, i),
        ...edited(request, place.span, isFollowed ? key : fieldStart(notation, key)),
      }),
    );
}

/** What the value of a field may be, or templates for it. */
export function completeValues(
  request: Request,
  place: Extract<CursorContext, { kind: 'value' }>,
): readonly CompletionItem[] {
  const { field, entry } = place;
  if (field === undefined) return [];
  if (field.templates !== undefined && entry.value.kind === 'missing')
    return templates(request, place, field.templates);
  return candidatesOf(field, request.agent.format).map(
    ({ value, summary, rank }, i): CompletionItem => ({
      label: value,
      kind: CompletionItemKind.Value,
      detail: summary,
      documentation: markdown(describeChoice(entry.key, { value, summary })),
      sortText: order(rank, i),
      ...edited(request, place.span, spaced(request, place.span, writtenAt(request, place, value))),
    }),
  );
}

/** A value as it is written at the cursor: inside the quotes that are there, or with those that the notation requires. */
function writtenAt(
  { agent }: Request,
  { span, entry: { value } }: Extract<CursorContext, { kind: 'value' }>,
  yaml: string,
): string {
  const isInQuotes =
    value.kind === 'scalar' &&
    value.style !== 'plain' &&
    span.start === value.inner.start &&
    span.end === value.inner.end;
  return isInQuotes ? yaml : valueIn(agent.format.notation, yaml);
}

/** Templates for values that a person writes. */
const templates = (request: Request, place: CursorContext, texts: readonly string[]): readonly CompletionItem[] =>
  texts.map(
    (text, i): CompletionItem => ({
      label: withoutPlaces(text),
      kind: CompletionItemKind.Snippet,
      insertTextFormat: request.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      sortText: order(0, i),
      ...edited(
        request,
        place.span,
        spaced(
          request,
          place.span,
          textIn(request.agent.format.notation, request.snippets ? withPlaces(text) : withoutPlaces(text)),
        ),
      ),
    }),
  );

interface Candidate {
  readonly value: string;
  readonly summary: string;
  readonly rank: number;
}

function candidatesOf(field: Field, format: Format): readonly Candidate[] {
  const { shape } = field;
  if (shape.kind === 'flag') {
    return [
      { value: 'true', summary: field.summary, rank: 0 },
      { value: 'false', summary: field.default === undefined ? 'Off' : `Default: ${field.default}`, rank: 0 },
    ];
  }
  if (shape.kind === 'choice')
    return shape.choices.map(({ value, summary, aliasOf }) => ({
      value,
      summary,
      rank: aliasOf === undefined ? 0 : 1,
    }));
  if (shape.kind !== 'model') return [];
  const { models } = format;
  const ids = models.ids.map((value) => ({ value, summary: 'Full model id', rank: 1 }));
  return [...models.aliases.map(({ value, summary }) => ({ value, summary, rank: 0 })), ...ids];
}
