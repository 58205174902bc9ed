/** Replaces aliases by the values of their anchors, at any depth. */
import type { Entry, Value } from '../../syntax/tree';
import { merged } from '../aliases';

/**
 * The entries without aliases to anchors before them. Merge keys (`<<: *base`) become the entries of their mapping, which come first,
 * so that a key of the mapping itself counts.
 */
export function withoutAliases(text: string, entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ value }) => hasAlias(value))) return entries;
  const anchors = new Map<string, Value>();
  return merged(entries.map((entry) => resolvedEntry(text, entry, anchors)));
}

const hasAlias = (value: Value): boolean =>
  value.kind === 'alias' ||
  (value.kind === 'sequence' && value.items.some((item) => hasAlias(item.value))) ||
  (value.kind === 'mapping' && value.entries.some((entry) => hasAlias(entry.value)));

function resolvedEntry(text: string, entry: Entry, anchors: Map<string, Value>): Entry {
  const value = resolvedValue(text, entry.keySpan.end, entry.value, anchors);
  return { ...entry, value };
}

/** @param from Where the text between the value and what is before it begins. */
function resolvedValue(text: string, from: number, value: Value, anchors: Map<string, Value>): Value {
  const found = resolvedInside(text, value, anchors);
  // The span of a value may contain its anchor or begin after it.
  const anchor = /^\s*[:?-]?\s*(?:!\S*\s+)?&([^\s,[\]{}]+)/.exec(
    text.slice(from, Math.max(value.span.start, from) + MAX_NAME),
  );
  if (anchor?.[1] !== undefined && value.kind !== 'alias') anchors.set(anchor[1], found);
  return found;
}

/** UTF-16 code units of an anchor's name that are read. */
const MAX_NAME = 100;

function resolvedInside(text: string, value: Value, anchors: Map<string, Value>): Value {
  switch (value.kind) {
    case 'alias': {
      const target = anchors.get(value.target);
      // Only values without parts are put in place, so that the result stays as small as the text; a merged mapping is used once.
      return target === undefined ? value : { ...target, span: value.span };
    }
    case 'sequence':
      return {
        ...value,
        items: value.items.map((item) => ({
          ...item,
          value: resolvedValue(text, item.span.start, item.value, anchors),
        })),
      };
    case 'mapping':
      return { ...value, entries: merged(value.entries.map((entry) => resolvedEntry(text, entry, anchors))) };
    default:
      return value;
  }
}
