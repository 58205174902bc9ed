/** Finds the word that was probably meant, among words that are spelled nearly so. */

/** The name in lower case without separators, for comparing names that differ only in these. */
export const fold = (name: string): string => name.replaceAll('_', '').replaceAll('-', '').toLowerCase();

/** Names by their folded form, in order; the first of several with the same one. */
export function byFold(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(fold(name))) found.set(fold(name), name);
  return found;
}

/**
 * The candidate that differs from `word` by the fewest single-character edits, when they are few enough for a misspelling:
 * one edit for words of up to five characters, two for longer ones. Case, `-` and `_` do not count.
 */
export const closestOf = (word: string, candidates: readonly string[]): string | undefined =>
  closest(fold(word), byFold(candidates));

/** UTF-16 units. */
const MAX_WORD = 64;

/** The same for words that are folded already; `candidates` are the words by their folded forms. */
export function closest(folded: string, candidates: ReadonlyMap<string, string>): string | undefined {
  // A pasted sentence is not a misspelling, and the distance takes quadratic time.
  if (folded.length > MAX_WORD) return undefined;
  const allowed = folded.length <= 5 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const [candidate, name] of candidates) {
    const distance = distanceBetween(folded, candidate);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Damerau–Levenshtein distance (adjacent transpositions count as one edit), by dynamic programming over three rows. */
function distanceBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
