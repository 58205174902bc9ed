/** Patterns that people write in a configuration file: which files they match, and which patterns are refused. */
import { lazyFor } from '../text/lazy';
import { matchesGlob } from './glob';

/** UTF-16 units of a pattern, and what the braces of one may stand for, so that no pattern makes matching slow. */
export const MAX_PATTERN = 256;
const MAX_ALTERNATIVES = 64;

/** Patterns of one list. */
export const MAX_PATTERNS = 200;

/** What is wrong with a pattern, as the end of a sentence that begins with the name of a setting; undefined when nothing is. */
export function faultOfPattern(pattern: string): string | undefined {
  const plain = pattern.replace(/^!/, '');
  if (plain.trim() === '') return 'must contain patterns that are not empty';
  if (pattern.length > MAX_PATTERN) return `must contain patterns of at most ${MAX_PATTERN} characters`;
  if (plain.includes('\\')) return 'must contain patterns with `/` between names, not `\\`';
  if (/[[\]]/.test(plain)) return 'must contain patterns without brackets; write alternatives as `{a,b}`';
  if (/(?:^|\/)\.\.(?:\/|$)/.test(plain)) return 'must contain patterns for files below the folder of this file';
  if (alternativesOf(plain) === undefined)
    return `must contain patterns whose braces are closed, not nested, and stand for at most ${MAX_ALTERNATIVES} texts`;
  return undefined;
}

/**
 * Whether patterns match a file: the last one that does decides, and `!` before it turns it around.
 * @param path From the folder that the patterns are about, `/` between names.
 */
export function matchesPatterns(path: string, patterns: readonly string[]): boolean {
  let isMatch = false;
  for (const { isNegative, globs } of readPatterns(patterns))
    if (isMatch === isNegative && globs.some((glob) => matchesGlob(path, glob))) isMatch = !isNegative;
  return isMatch;
}

/** Globs of the files that a pattern matches, in the form of editors and of the protocol. None for a pattern that is refused. */
export const globsOfPattern = (pattern: string): readonly string[] =>
  wholeGlobs(pattern).flatMap((glob) => {
    const plain = glob.slice(0, -'/**'.length);
    // What ends like a file is hardly a folder.
    return plain.slice(plain.lastIndexOf('/')).includes('.') ? [plain] : [plain, glob];
  });

/**
 * The globs that a pattern stands for. Each ends in `/**`, because what matches a folder matches everything in it; a pattern without a
 * slash matches at any depth.
 */
function wholeGlobs(pattern: string): readonly string[] {
  if (faultOfPattern(pattern) !== undefined) return [];
  const isAnchored = /^!?\.?\//.test(pattern);
  const plain = pattern
    .replace(/^!/, '')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/+$/, '');
  return (alternativesOf(plain) ?? []).flatMap((one) => {
    const anywhere = isAnchored || one.includes('/') ? one : `**/${one}`;
    const glob = anywhere.replaceAll(/\/{2,}/g, '/');
    return glob.endsWith('/**') ? [glob] : [`${glob}/**`];
  });
}

const readPatterns = lazyFor((patterns: readonly string[]) =>
  patterns.map((pattern) => ({ isNegative: pattern.startsWith('!'), globs: wholeGlobs(pattern) })),
);

/** The texts that braces stand for: `a.{md,txt}` for `a.md` and `a.txt`. Undefined when they are not closed, nested, or too many. */
function alternativesOf(pattern: string): readonly string[] | undefined {
  let texts: readonly string[] = [''];
  for (let at = 0; at < pattern.length; ) {
    const open = pattern.indexOf('{', at);
    const plain = pattern.slice(at, open < 0 ? undefined : open);
    if (plain.includes('}')) return undefined;
    texts = texts.map((text) => text + plain);
    if (open < 0) break;
    const close = pattern.indexOf('}', open);
    const inner = pattern.slice(open + 1, close);
    if (close < 0 || inner.includes('{')) return undefined;
    const choices = inner.split(',');
    if (texts.length * choices.length > MAX_ALTERNATIVES) return undefined;
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    at = close + 1;
  }
  return texts;
}
