/** The shapes of values that hooks and servers of a Claude Code agent have in common. */
import type { NestedShape } from '../nestedShape';

export const free: NestedShape = { kind: 'free' };
export const string: NestedShape = { kind: 'scalar', type: 'string' };
export const text: NestedShape = { kind: 'scalar', type: 'string', nonEmpty: true };
export const flag: NestedShape = { kind: 'scalar', type: 'boolean' };
export const strings: NestedShape = { kind: 'sequence', item: string };

/** A mapping of names of the writer's own to strings. */
export const stringsByName = (summary: string): NestedShape => ({ kind: 'named', summary, value: string });

/** One of some words, each with what it means. */
export const word = (summaries: Readonly<Record<string, string>>): NestedShape => ({
  kind: 'word',
  choices: Object.entries(summaries).map(([value, summary]) => ({ value, summary })),
});
