/** Completion below a structured field: its keys, and the words that a key takes. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Choice } from '../../hosts/choice';
import type { Field } from '../../hosts/field';
import { lookup } from '../../hosts/lookup';
import { shapeAt, shapeOfKey } from '../../hosts/nested';
import type { NestedShape } from '../../hosts/nestedShape';
import { fieldStart, valueIn } from '../../syntax/notation';
import type { Span } from '../../text/span';
import type { CursorContext } from '../cursorPlaces';
import { toolLabel } from '../hover/describe';
import { edited, order, type Request, spaced } from './request';

/** The words that a value below a structured field may be. */
function choicesOf(shape: NestedShape | undefined): readonly Choice[] {
  if (shape?.kind === 'rule') return shape.word.choices;
  if (shape?.kind === 'word') return shape.choices;
  return shape?.kind === 'scalar' && shape.type === 'boolean'
    ? [
        { value: 'true', summary: 'On' },
        { value: 'false', summary: 'Off' },
      ]
    : [];
}

/** Keys and words below a structured field such as hooks. */
export function nestedItems(
  request: Request,
  { field, nested }: Extract<CursorContext, { kind: 'nested' }>,
): readonly CompletionItem[] {
  const shape = field.nested === undefined ? undefined : shapeAt(field.nested, nested.path);
  if (nested.at === 'value') {
    const value = shape !== undefined && nested.key !== undefined ? shapeOfKey(shape, nested.key) : undefined;
    return choicesOf(value).map(
      (choice, i): CompletionItem => ({
        label: choice.value,
        kind: CompletionItemKind.Value,
        detail: choice.summary,
        sortText: order(0, i),
        ...edited(request, nested.span, spaced(request, nested.span, inQuotes(request, nested.span, choice.value))),
      }),
    );
  }
  const map = shape?.kind === 'sequence' && shape.item.kind === 'mapping' ? shape.item : shape;
  if (map?.kind !== 'mapping') return [];
  const { notation } = request.agent.format;
  const dash = map === shape || notation !== undefined ? '' : '- ';
  return Object.entries(map.keys)
    .filter(([key]) => key === nested.key || dash !== '' || !nested.siblings.includes(key))
    .map(
      ([key, { summary, value }], i): CompletionItem => ({
        label: dash + key,
        ...toolDetails(request, field, key),
        kind: CompletionItemKind.Property,
        detail: summary,
        sortText: order(0, i),
        ...edited(
          request,
          nested.span,
          notation === undefined
            ? `${dash}${key}:${value.kind === 'sequence' || value.kind === 'mapping' ? '' : ' '}`
            : nested.key === undefined
              ? fieldStart(notation, key)
              : key,
        ),
      }),
    );
}

/** What the tool does that a key switches on or allows. */
function toolDetails({ agent: { format } }: Request, { role }: Field, key: string): Partial<CompletionItem> {
  const tool = role === 'tool-switches' || role === 'tool-permissions' ? lookup(format.tools, key) : undefined;
  return tool === undefined ? {} : { labelDetails: { description: toolLabel(tool) } };
}

/** A word as it is written at a place: as it is between quotes, or with those that the notation requires. */
const inQuotes = ({ agent: { file, format } }: Request, target: Span, word: string): string =>
  /["']/.test(file.source.text.charAt(target.start - 1)) ? word : valueIn(format.notation, word);
