/** How completion writes an item into a list of names: with the spaces and brackets that it needs there. */
import { visible } from '../../text/visible';
import type { CursorContext } from '../cursorContext';
import type { Request } from './request';

export type ItemPlace = Extract<CursorContext, { kind: 'item' }>;

/** The name as an item at the cursor. */
export const itemText = (request: Request, place: ItemPlace, offset: number, name: string): string =>
  separated(request, place, offset, asItem(place, name));

/** The name, in brackets where the host requires a list and there is none yet. */
const asItem = ({ field: { shape }, entry }: ItemPlace, name: string): string =>
  (shape.kind === 'tools' || shape.kind === 'names') && shape.only === 'list' && entry.value.kind !== 'sequence'
    ? `[${name}]`
    : name;

/** Adds a space between a comma, colon or dash directly before the cursor and the new item. */
function separated({ agent: { file } }: Request, place: ItemPlace, offset: number, name: string): string {
  const before = file.source.text[place.span.start - 1];
  const isFirstInFlow = place.item === undefined && before === '[';
  if (isFirstInFlow) return name;
  return before === ',' || before === ':' || (before === '-' && place.span.start <= offset) ? ` ${name}` : name;
}

/** UTF-16 units of a name that is offered. */
const MAX_NAME = 256;

/** Whether a name is worth offering: no reader can tell what it is when it is very long, or has characters that hide. */
export const isOfferable = (name: string): boolean => name.length <= MAX_NAME && visible(name) === name;

/** Whether a name can be an item without quotes, in every spelling of a list. */
export const isPlainItem = (name: string): boolean =>
  /^[^\s,()[\]{}"'`#&*!|>%@?:-][^\s,()[\]{}"'`#]*$/.test(name) && !name.endsWith(':') && isOfferable(name);
