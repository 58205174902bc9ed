/** Completion: what could be at the cursor, the most likely first. */

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { presentName } from '../../hosts/effectiveTools';
import type { Field } from '../../hosts/field';
import type { Format } from '../../hosts/host';
import { nounOf } from '../../hosts/nouns';
import type { Item } from '../../syntax/lists/items';
import { fieldStart, separatorIn, textIn, valueIn } from '../../syntax/notation';
import { lineAt, lineEndOf } from '../../text/source';
import { type Span, touches } from '../../text/span';
import { type CursorContext, contextAt } from '../cursorContext';
import { describeChoice, describeField, describeTool, toolDetail, toolLabel } from '../hover/describe';
import { completeCalls } from './calls';
import { completeHeading } from './heading';
import { completeJson } from './json';
import { completeArgument, completeSkills } from './listedNames';
import { type ItemPlace, itemText } from './listItem';
import { nestedItems } from './nestedItems';
import { completeInReport, completeWholeReport } from './report';
import {
  edited,
  escaped,
  markdown,
  order,
  type Request,
  type SystemOptions,
  spaced,
  withoutPlaces,
  withPlaces,
} from './request';
import { completeSection } from './section';
import { completeServers, completeServerTools } from './servers';
import { completeSnippets, completeWholeFile, onlyWord } from './snippets';

/**
 * The completions at `offset`. Items are complete in themselves (documentation, edit, order) and never need resolving.
 * Other servers may answer too, so each item sorts before what sorts by its label.
 */
export function completionAt(
  agent: Agent,
  offset: number,
  { snippets = false, reportKeys = [], templates = [], index }: SystemOptions = {},
): readonly CompletionItem[] {
  const request = { agent, snippets, reportKeys, templates, index };
  if (agent.format.notation === 'json') return completeJson(request, offset);
  const place = contextAt(agent, offset);
  if (place.kind === 'start') return [...completeWholeFile(request, place.span), wholeAgent(request, place.span)];
  const word = onlyWord(agent, offset);
  const whole = word === undefined ? [] : completeWholeFile(request, word);
  return [...whole, ...completeAt(request, place, offset)];
}

function completeAt(request: Request, place: CursorContext, offset: number): readonly CompletionItem[] {
  const { agent } = request;
  if (isReplaced.has(place.kind) && !isInLine(agent, place.span, offset)) return [];
  // What is offered in a body are parts of an agent.
  if (agent.format.kind !== undefined && isInBody.has(place.kind)) return [];
  switch (place.kind) {
    case 'key':
      return keys(request, place);
    case 'value':
      return place.field?.role === 'servers' ? completeServers(request, place, offset) : values(request, place);
    case 'item':
      return listItem(request, place, offset);
    case 'nested': {
      const servers = place.field.role === 'servers' ? completeServers(request, place, offset) : [];
      return [...servers, ...nestedItems(request, place)];
    }
    case 'heading':
      return completeHeading(request, place.span, place.level);
    case 'report':
      return completeInReport(request, place.place);
    case 'fence':
      return [...completeWholeReport(request, offset, place.fence), ...completeCalls(request, offset)];
    case 'reference':
      return completeCalls(request, offset);
    case 'prose': {
      const report = completeWholeReport(request, offset);
      const section = completeSection(request, offset, report.length > 0);
      return [...section, ...completeSnippets(request, offset, report), ...completeCalls(request, offset)];
    }
    default:
      return [];
  }
}

/** Places whose whole text a completion replaces. */
const isReplaced: ReadonlySet<CursorContext['kind']> = new Set(['key', 'value', 'item', 'nested', 'heading']);

/** Places in the text below the frontmatter. */
const isInBody: ReadonlySet<CursorContext['kind']> = new Set(['heading', 'report', 'fence', 'reference', 'prose']);

/** Whether a completion at `offset` may replace `target`: editors reject edits beyond the line or away from the cursor. */
const isInLine = ({ file: { source } }: Agent, target: Span, offset: number): boolean =>
  touches(target, offset) && lineAt(source, target.start) === lineAt(source, target.end);

function wholeAgent(request: Request, target: Span): CompletionItem {
  const end = lineEndOf(request.agent.file.source);
  const { notation } = request.agent.format;
  const fields = Object.entries(request.agent.format.fields);
  // Where the host requires nothing, a description is what a person begins with.
  const needed = fields.filter(([, field]) => field.required === true);
  const required = needed.length > 0 ? needed : fields.filter(([, field]) => field.role === 'purpose');
  const lines = required.map(([key, field], i) => fieldStart(notation, key) + exampleOf(request, field, i + 1));
  const isToml = notation === 'toml';
  const around = isToml
    ? [...lines, request.snippets ? '$0' : '']
    : ['---', ...lines, '---', '', request.snippets ? '$0' : ''];
  const newText = around.join(end);
  return {
    label: isToml ? 'agent fields' : `--- ${nounOf(request.agent.format)} frontmatter`,
    ...(isToml ? {} : { filterText: '---' }),
    kind: CompletionItemKind.Snippet,
    detail: request.agent.format.title,
    documentation: markdown(
      `The fields that ${needed.length > 0 ? `${request.agent.format.host.name} requires` : 'come first'}${isToml ? '' : ', between two lines of dashes'}.`,
    ),
    insertTextFormat: request.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: order(0, 1),
    ...edited(request, target, newText),
  };
}

/** The example of a field; the prompt gets lines of its own. */
function exampleOf({ agent: { format, file }, snippets }: Request, { role, example }: Field, stop: number): string {
  const isLong = format.notation === 'toml' && role === 'prompt-text';
  const text = isLong ? example.slice(1, -1) : example;
  const place = snippets ? `\${${stop}:${escaped(text)}}` : text;
  return isLong ? ["'''", place, "'''"].join(lineEndOf(file.source)) : place;
}

function keys(request: Request, place: Extract<CursorContext, { kind: 'key' }>): readonly CompletionItem[] {
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

function values(request: Request, place: Extract<CursorContext, { kind: 'value' }>): readonly CompletionItem[] {
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

/** An item of a list of names: a tool, what a tool takes in parentheses, or a skill. */
function listItem(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  if (place.field.role === 'skills') return completeSkills(request, place, offset);
  if (place.field.shape.kind !== 'tools') return [];
  return (
    completeArgument(request, place, offset) ?? [
      ...tools(request, place, offset),
      ...completeServerTools(request, place, offset),
    ]
  );
}

function tools(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  const { format } = request.agent;
  const used = new Set(place.others.map((item) => nameOf(item, format)));
  return Object.entries(format.tools)
    .filter(([name, tool]) => !used.has(name) && tool.status !== 'undocumented' && tool.status !== 'internal')
    .map(
      ([name, tool], i): CompletionItem => ({
        label: name,
        labelDetails: { description: toolLabel(tool) },
        kind: CompletionItemKind.Function,
        detail: toolDetail(tool),
        documentation: markdown(describeTool(name, tool, format)),
        sortText: order(
          tool.status === 'legacy' || (format.kind === undefined && tool.subagents === 'never')
            ? 2
            : tool.subagents === 'always'
              ? 0
              : 1,
          i,
        ),
        ...(tool.status === 'legacy' ? { tags: [CompletionItemTag.Deprecated] } : {}),
        ...edited(request, place.span, itemText(request, place, offset, name)),
      }),
    );
}

/** The present name of a listed tool, so that a tool under its old name is not offered a second time. */
const nameOf = (item: Item, format: Format): string => presentName(item.text, format) ?? item.text;
