/** The tool lists of frontmatter, with every item classified. */
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { classifyTool, type ToolName } from '../hosts/toolName';
import { type Item, listItems } from '../syntax/lists/items';
import type { Entry } from '../syntax/tree';

/** One item with the list it is in. */
export interface ToolItem {
  readonly item: Item;
  readonly name: ToolName;
  readonly list: ToolList;
}

export interface ToolList {
  readonly entry: Entry;
  /** Whether the list grants tools; otherwise it takes them away. */
  readonly grants: boolean;
  readonly all: readonly ToolItem[];
  /** Whether a pattern in parentheses after a name is part of that name for the host, and goes with it. */
  readonly patternsAreNames: boolean;
}

/** Names a list is checked for; a host has some dozens of tools, so a longer list is not a list of tools. */
export const MAX_ITEMS = 500;

/** The tool lists among `entries` of `text`, in file order. */
export function toolListsIn(text: string, entries: readonly Entry[], format: Format): readonly ToolList[] {
  return entries.flatMap((entry): readonly ToolList[] => {
    const field = lookup(format.fields, entry.key);
    // What is in a broken value is not known; the rule about YAML reports it.
    if (field?.shape.kind !== 'tools' || entry.value.kind === 'broken') return [];
    // For the host a number or a switch names nothing.
    if (entry.value.kind === 'scalar' && entry.value.type !== 'string') return [];
    const all: ToolItem[] = [];
    const list = {
      entry,
      grants: field.role === 'allow',
      all,
      patternsAreNames: format.toolPatterns === 'part of the name',
    };
    for (const item of listItems(text, entry.value, format.splitsNamesAt).slice(0, MAX_ITEMS))
      all.push({ item, name: classifyTool(item.text, format), list });
    return [list];
  });
}
