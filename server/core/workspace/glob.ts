/** Matches paths against the globs of formats, in time linear in path times pattern. */
import { memo } from '../text/memo';

/**
 * Whether `path` matches `glob`.
 * @param path Names separated by `/`; or the path of a URI.
 * @param glob `**` as a whole name matches any number of names, `*` any characters within one name, `?` a single one.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const { patterns, last, folder } = globOf(glob);
  // Two quick looks, because a path is compared with dozens of globs, and most of them differ there.
  if (!path.includes(folder)) return false;
  if (last !== ANY_NAMES && !matchesName(path.slice(path.lastIndexOf('/') + 1), last)) return false;
  return matchesAll(path.split('/'), patterns);
}

/** What one name of a path must be: the texts between its stars. */
type Pattern = readonly string[];

const ANY_NAMES: Pattern = ['**'];

interface Glob {
  readonly patterns: readonly Pattern[];
  /** For the last name of a path. */
  readonly last: Pattern;
  /** The longest name without a star or question mark, which every path contains that matches; empty when there is none. */
  readonly folder: string;
}

const globOf = memo(1 << 16, (glob): Glob => {
  const patterns = glob.split('/').map((pattern) => (pattern === '**' ? ANY_NAMES : pattern.split('*')));
  const plain = patterns
    .flatMap((parts) => (parts === ANY_NAMES || parts.length > 1 ? [] : parts))
    .filter((name) => !name.includes('?'));
  const [folder = ''] = plain.sort((a, b) => b.length - a.length);
  return { patterns, last: patterns.at(-1) ?? ANY_NAMES, folder };
});

const matchesAll = (names: readonly string[], patterns: readonly Pattern[]): boolean =>
  fitsGaps(names, patterns, ANY_NAMES, matchesName);

/** Whether a whole text matches a pattern of `*` for any characters and `?` for a single one. Linear in text times pattern. */
export const matchesWildcards = (text: string, pattern: string): boolean =>
  fitsGaps(text, pattern, '*', (character, wanted) => wanted === '?' || wanted === character);

/** Whether a sequence fits a pattern of which some parts are gaps, for any number of elements. */
function fitsGaps<T, P>(
  sequence: ArrayLike<T>,
  pattern: ArrayLike<P>,
  gap: P,
  fits: (element: T, part: P) => boolean,
): boolean {
  // Where the last gap was, and what it has taken so far: of several gaps only the last one is ever tried again.
  let open = -1;
  let taken = 0;
  let at = 0;
  let i = 0;
  while (i < sequence.length) {
    const element = sequence[i];
    const part = pattern[at];
    if (part === gap) {
      open = at;
      taken = i;
      at++;
    } else if (element !== undefined && part !== undefined && fits(element, part)) {
      at++;
      i++;
    } else if (open >= 0) {
      taken++;
      i = taken;
      at = open + 1;
    } else return false;
  }
  while (pattern[at] === gap) at++;
  return at === pattern.length;
}

/** The parts between stars must occur in order, the first and last at the ends of the name. */
function matchesName(name: string, parts: Pattern): boolean {
  if (parts.some((part) => part.includes('?'))) return matchesWildcards(name, parts.join('*'));
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
