/** Shared by the rules about tool names: a walk over the items of all lists, and the fixes of one item. */

import type { Agent } from '../agent/agent';
import type { ToolItem, ToolList } from '../agent/toolLists';
import { baseName } from '../hosts/toolName';
import { removeItems } from '../syntax/lists/items';
import type { Fix } from '../text/edits';
import { lazyFor } from '../text/lazy';
import { quoted } from '../text/quoted';
import { type Span, span } from '../text/span';
import type { Finding } from './finding';

/** The findings of `say` about each item of each list. */
export function eachTool(agent: Agent, say: (tool: ToolItem) => Finding | undefined): readonly Finding[] {
  const found: Finding[] = [];
  for (const list of agent.toolLists()) {
    for (const tool of list.all) {
      const finding = say(tool);
      if (finding !== undefined) found.push(hasOwnPlace(tool) ? finding : { ...finding, fixes: [] });
    }
  }
  return found;
}

/** Whether the place of the item in the text is its own. */
const hasOwnPlace = ({ item, list }: ToolItem): boolean => !sharedSpans(list).has(item.span);

/** Where escapes shift characters, the items of a text share the span of the whole. */
const sharedSpans = lazyFor(({ all }: ToolList): ReadonlySet<Span> => {
  const seen = new Set<Span>();
  return new Set(all.flatMap(({ item: { span: place } }) => (seen.size === seen.add(place).size ? [place] : [])));
});

/**
 * Removes the item from its list, and the field with its last item.
 *
 * This is safe when the host ignores the item anyway and another item has an effect. Without its allow list an agent gets
 * every tool, and saving a file must never cause that.
 */
export function removal(agent: Agent, tool: ToolItem): Fix {
  const { file } = agent;
  const { list } = tool;
  const isLast = list.all.length === 1;
  const counts = list.all.some((other) => other !== tool && hasEffect(other));
  // Where the host refuses the whole file, only the writer knows what the name was meant to be.
  const isDropped = agent.format.on.unknownTool.severity !== 'error';
  const isTwice = (): boolean => list.all.some((other) => other !== tool && other.item.text === tool.item.text);
  return {
    title: isLast
      ? `Remove ${quoted(tool.item.text)} and the field \`${list.entry.key}\``
      : `Remove ${quoted(tool.item.text)}`,
    safe: !isLast && (counts || !list.grants) && (isDropped || isTwice()),
    edits: removeItems(file.source.text, list.entry, itemsOf(list), [tool.item]),
  };
}

const hasEffect = ({ name }: ToolItem): boolean =>
  name.kind === 'tool' || name.kind === 'mcp' || name.kind === 'wildcard';

/** The items as syntax knows them; made once for a list, because each of its items may be removed. */
export const itemsOf = lazyFor(({ all }: ToolList) => all.map(({ item }) => item));

/** Replaces the name of the item. A pattern in parentheses stays, unless the host reads it as part of the name. */
export function replacement(tool: ToolItem, name: string, safe: boolean): Fix {
  const { item, list } = tool;
  const length = item.span.end - item.span.start;
  const base = list.patternsAreNames ? length : Math.min(baseName(item.text).length, length);
  return {
    title: `Replace ${quoted(item.text.slice(0, base))} with \`${name}\``,
    safe,
    edits: [{ span: span(item.span.start, item.span.start + base), newText: name }],
  };
}

/** Removes the item when `name` is in the list already, else replaces it, with the advice for the message. */
export function replaceOrRemove(
  agent: Agent,
  tool: ToolItem,
  name: string | undefined,
  safe: boolean,
): { readonly advice: string; readonly fixes: readonly Fix[] } {
  if (name === undefined) return { advice: 'Remove it.', fixes: [removal(agent, tool)] };
  // A name with a pattern may name an agent, and a pattern beside a name means less than the name.
  if (isPlain(tool.list, name) && baseName(tool.item.text) === tool.item.text)
    return { advice: `\`${name}\` is already in the list, so remove this name.`, fixes: [removal(agent, tool)] };
  return {
    advice: `Use \`${name}\` instead.`,
    // Dropping the name would lose what the writer wanted, so that fix is never automatic.
    fixes: [replacement(tool, name, safe), { ...removal(agent, tool), safe: false }],
  };
}

/** Whether an entry of the list means every tool. */
export const hasWildcard = (list: ToolList): boolean => list.all.some(({ name }) => name.kind === 'wildcard');

/** Whether the list names `tool` without a pattern in parentheses. */
export const isPlain = (list: ToolList, tool: string): boolean =>
  list.all.some(({ item, name }) => name.kind === 'tool' && item.text === tool);

/** Removes the pattern in parentheses; nothing where escapes hide which characters it consists of. */
export function patternRemoval(agent: Agent, { item }: ToolItem): readonly Fix[] {
  const { file } = agent;
  if (file.source.text.slice(item.span.start, item.span.end) !== item.text) return [];
  const from = item.span.start + baseName(item.text).length;
  // The pattern has no effect, but shows what the writer wanted.
  const title = `Remove the pattern of ${quoted(item.text)}`;
  return [{ title, safe: false, edits: [{ span: span(from, item.span.end), newText: '' }] }];
}
