/**
 * Replaces the aliases of whole fields by the values of their anchors. Deeper ones stay, because the recorded runs of the hosts that use
 * this do not show what the programs do with them.
 */
import type { Entry, Value } from '../syntax/tree';
import { type Span, span } from '../text/span';

/**
 * The entries with what aliases stand for: the values of fields, and the maps that `<<` merges. An entry of the mapping itself comes
 * after a merged one and wins. Aliases deeper down stay as they are.
 */
export function mergedAliases(text: string, content: Span, entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ value }) => value.kind === 'alias')) return entries;
  const anchors = new Map<string, Value>();
  const found = entries.map((entry): Entry => {
    const { keySpan, value } = entry;
    const [, anchor] = /&([^\s,[\]{}]+)/.exec(text.slice(keySpan.end, Math.min(value.span.start, content.end))) ?? [];
    if (anchor !== undefined) anchors.set(anchor, value);
    const meant = value.kind === 'alias' ? anchors.get(value.target) : undefined;
    return meant === undefined ? entry : { ...entry, value: placed(meant, value.span) };
  });
  return merged(found);
}

/** The entries with those of a merge key before them, so that a key of the mapping itself comes last and wins. */
export const merged = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.flatMap(({ key, value }) => (key === '<<' && value.kind === 'mapping' ? value.entries : [])),
  ...entries.filter(({ key, value }) => key !== '<<' || value.kind !== 'mapping'),
];

/** The value where the alias is, so that what is said about it is said there. */
const placed = (value: Value, at: Span): Value =>
  value.kind === 'scalar' ? { ...value, style: 'plain', span: at, inner: span(at.start, at.end) } : value;
