/** The tool lists of frontmatter, with every item classified. */
import { categoryOf } from '../hosts/effectiveTools';
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
  /** Whether the list grants tools, or approves them; otherwise it denies them. */
  readonly grants: boolean;
  /** What it does with its tools, for messages. */
  readonly verb: 'grants' | 'approves' | 'denies';
  readonly all: readonly ToolItem[];
  /** Whether the host reads a pattern in parentheses as part of the name, so that fixes replace both. */
  readonly patternsAreNames: boolean;
}

/** How many names of a list are checked. A host has some dozens of tools, so a longer list is not a list of tools. */
export const MAX_ITEMS = 500;

/** The tool lists among `entries` of `text`, in file order. */
export function toolListsIn(text: string, entries: readonly Entry[], format: Format): readonly ToolList[] {
  return entries.flatMap((entry): readonly ToolList[] => {
    const field = lookup(format.fields, entry.key);
    // The items of a broken value are not known; the rules about YAML report it.
    if (field?.shape.kind !== 'tools' || entry.value.kind === 'broken') return [];
    // A number or a boolean names no tool.
    if (entry.value.kind === 'scalar' && entry.value.type !== 'string') return [];
    const all: ToolItem[] = [];
    const list: ToolList = {
      entry,
      grants: field.role === 'allow' || field.role === 'approve',
      verb: field.role === 'allow' ? 'grants' : field.role === 'approve' ? 'approves' : 'denies',
      all,
      patternsAreNames: format.toolPatterns === 'part of the name',
    };
    if (categoryOf(entry.value, format) !== undefined) return [list];
    for (const item of listItems(text, entry.value, format.splitsNamesAt).slice(0, MAX_ITEMS))
      all.push({ item, name: classifyTool(item.text, format), list });
    return [list];
  });
}
