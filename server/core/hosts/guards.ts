/** Finds hooks that guard tools in places where the host does not read hooks. It then does not load the agent. */

import type { Entry, Value } from '../syntax/tree';
import { isNothing } from '../syntax/values';
import type { Span } from '../text/span';
import type { Hooks } from './host';

/** The keys of misplaced guards in the fields of frontmatter: one for each field outside `events`, the field of hooks. */
export const guardsOutside = (
  entries: readonly Entry[],
  events: string | undefined,
  hooks: Hooks | undefined,
): readonly Span[] =>
  entries.flatMap(({ key, keySpan, value }) => {
    if (hooks === undefined || key === events || isNothing(value)) return [];
    if (hooks.guards.includes(key)) return [keySpan];
    return hooks.unguarded.includes(key) ? [] : (misplacedGuard(value, hooks) ?? []);
  });

/**
 * The key of the first misplaced guard in a value: an event that guards tools, or a list of hooks. Values nest at most 64 deep.
 * @param isItem Whether the value is an item of a list, in which the host looks for events only.
 */
export function misplacedGuard(value: Value, hooks: Hooks, isItem = false): Span | undefined {
  if (value.kind === 'sequence') {
    for (const item of value.items) {
      const found = misplacedGuard(item.value, hooks, true);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (value.kind !== 'mapping') return undefined;
  for (const { key, keySpan, value: inner } of value.entries) {
    if (isNothing(inner)) continue;
    if (hooks.guards.includes(key)) return keySpan;
    if (!isItem && key === hooks.list && inner.kind === 'sequence') return keySpan;
    const found = misplacedGuard(inner, hooks);
    if (found !== undefined) return found;
  }
  return undefined;
}
