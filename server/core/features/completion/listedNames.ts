/** Completion of names in lists: agents in the parentheses of a tool, and skills. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { presentName } from '../../hosts/effectiveTools';
import { lookup } from '../../hosts/lookup';
import { baseName } from '../../hosts/toolName';
import type { Item } from '../../syntax/lists/items';
import { compare } from '../../text/sorted';
import { type Span, span, textAt, trimmed } from '../../text/span';
import { describeSkill } from '../hover/describeName';
import { scopeLine } from '../system/places';
import { agents, knownAround, MOST_NAMES, scopeOrder } from './agents';
import { type ItemPlace, isPlainItem, itemText } from './listItem';
import { edited, markdown, order, type Request } from './request';

/**
 * Inside the parentheses of an item in a list of tools: names of agents where the tool takes them.
 * @returns undefined outside of parentheses, where tools belong.
 */
export function completeArgument(
  request: Request,
  place: ItemPlace,
  offset: number,
): readonly CompletionItem[] | undefined {
  const { text } = request.agent.file.source;
  const item = place.item ?? openBefore(text, place, offset);
  const open = item === undefined ? -1 : item.text.indexOf('(');
  if (item === undefined || open < 0) return undefined;
  // In a string with escapes it is not known where the parenthesis is.
  if (textAt(text, item.span) !== item.text) return [];
  const start = item.span.start + open + 1;
  if (offset < start) return undefined;
  const isClosed = item.text.endsWith(')');
  const inner = span(start, isClosed ? item.span.end - 1 : Math.max(item.span.end, offset));
  const tool = presentName(baseName(item.text), request.agent.format);
  if (offset > inner.end || tool === undefined) return [];
  if (lookup(request.agent.format.tools, tool)?.argumentNames !== 'agents') return [];
  const comma = text.indexOf(',', offset);
  const part = span(
    Math.max(inner.start, text.lastIndexOf(',', offset - 1) + 1),
    comma < 0 ? inner.end : Math.min(inner.end, comma),
  );
  const target = nameSpan(text, part, offset);
  const others = textAt(text, span(inner.start, part.start)) + textAt(text, span(part.end, inner.end));
  const taken = new Set(others.split(',').map((name) => name.trim()));
  const space = text[target.start - 1] === ',' ? ' ' : '';
  return agents(request, taken, isPlainItem, (name) => edited(request, target, space + name));
}

/** The item with an open parenthesis that only spaces separate from the cursor. */
const openBefore = (text: string, { others }: ItemPlace, offset: number): Item | undefined =>
  others.find(
    ({ text: written, span: { end } }) =>
      end <= offset &&
      offset - end < MOST_SPACES &&
      written.lastIndexOf('(') > written.lastIndexOf(')') &&
      /^[ \t]*$/.test(text.slice(end, offset)),
  );

/** More spaces than people leave before a cursor. */
const MOST_SPACES = 100;

/** The name in `part` without the spaces around it, and up to the cursor where that is in these spaces. */
function nameSpan(text: string, part: Span, offset: number): Span {
  const name = trimmed(text, part);
  return name.start === name.end
    ? span(offset, offset)
    : span(Math.min(name.start, offset), Math.max(name.end, offset));
}

/** Skills that the host loads into the prompt when they are listed. */
export function completeSkills(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  const known = knownAround(request);
  if (known === undefined) return [];
  const taken = new Set(place.others.map(({ text }) => text));
  return known.around
    .skills()
    .flatMap((card) => {
      const [name] = card.names;
      // Listing one that is closed, or that waits for a file, loads nothing.
      const isUsable = card.isOpen && !card.isGated && !card.names.some((one) => taken.has(one));
      return name !== undefined && isUsable && isPlainItem(name) ? [{ name, card }] : [];
    })
    .toSorted((a, b) => scopeOrder(a.card) - scopeOrder(b.card) || compare(a.name, b.name))
    .slice(0, MOST_NAMES)
    .map(({ name, card }, i) => ({
      label: name,
      kind: CompletionItemKind.Module,
      detail: scopeLine(card),
      documentation: markdown(describeSkill(card, known.from)),
      sortText: order(0, i),
      ...edited(request, place.span, itemText(request, place, offset, name)),
    }));
}
