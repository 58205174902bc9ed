/** Resolves relative references against a URI, without a file system. */

/**
 * The URI that a Markdown target leads to from a document.
 * @param base The URI of the document. Only one with an authority part (`file:///…`) has folders to start from.
 * @param target As written, without Markdown escapes: `http://…`, `https://…`, or a path relative to the document's folder.
 * @returns undefined for targets of other schemes (`command:`, `javascript:`), absolute paths, fragments alone, and paths
 * that lead above the root.
 * @example From `file:///w/a/b.md`, `../c d.md#x` leads to `file:///w/c%20d.md#x`.
 */
export function resolveTarget(base: string, target: string): string | undefined {
  const scheme = schemeOf(target);
  if (scheme === 'http' || scheme === 'https') return target.includes('//') ? encoded(target) : undefined;
  if (scheme !== undefined || '/\\#?'.includes(target.charAt(0))) return undefined;
  const pathStart = pathStartOf(base);
  if (pathStart === undefined) return undefined;
  const end = firstOf(base, '?#', pathStart);
  const folder = base.slice(pathStart, end).split('/').slice(0, -1);
  const suffixStart = firstOf(target, '?#', 0);
  const path = joined(folder, encoded(target.slice(0, suffixStart)).split('/'));
  return path === undefined ? undefined : base.slice(0, pathStart) + path + encoded(target.slice(suffixStart));
}

/**
 * The file that a relative Markdown target leads to, spelled as `base` is: a URI from a URI, a plain path from a plain path.
 * @param base Path or URI of the document, `/` between names.
 * @param target Without Markdown escapes, query and fragment; percent-encoded or not.
 * @returns undefined for targets with a scheme, absolute paths, and paths that lead above where `base` begins.
 * @example From `agents/b.md`, `../c%20d.md` leads to `c d.md`.
 */
export function resolvePath(base: string, target: string): string | undefined {
  if (schemeOf(target) !== undefined || target === '' || '/\\'.includes(target.charAt(0))) return undefined;
  if (pathStartOf(base) !== undefined) return resolveTarget(base, target);
  // A leading empty part is the root, and no reference leads above it.
  const isRooted = base.startsWith('/');
  const folder = (isRooted ? base : `/${base}`).split('/').slice(0, -1);
  const path = joined(folder, decoded(target).split('/'));
  return isRooted ? path : path?.slice(1);
}

/** Decodes percent escapes; returns the text as written when they are not valid, as in a path with a stray percent sign. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Removes the backslashes that escape punctuation in Markdown. */
export const unescaped = (target: string): string => target.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The path with `.` and `..` followed. `folder` begins with the empty part before the first slash. */
function joined(folder: readonly string[], parts: readonly string[]): string | undefined {
  const path = [...folder];
  for (const part of parts) {
    // Programs that read URIs treat an encoded dot as a dot.
    const plain = part.replaceAll(/%2e/gi, '.');
    if (plain === '..') {
      if (path.length <= 1) return undefined;
      path.pop();
    } else if (plain !== '.') path.push(part);
  }
  return path.join('/');
}

/** Letters, digits, `+`, `-` and `.` before a colon, lower case; undefined when there is no scheme. */
function schemeOf(target: string): string | undefined {
  let end = 0;
  while (end < target.length && isSchemeCode(target.charCodeAt(end))) end++;
  return end > 0 && target[end] === ':' ? target.slice(0, end).toLowerCase() : undefined;
}

/** The offset of the slash after the authority. */
function pathStartOf(uri: string): number | undefined {
  const scheme = schemeOf(uri);
  if (scheme === undefined || !uri.startsWith('://', scheme.length)) return undefined;
  const slash = uri.indexOf('/', scheme.length + 3);
  return slash < 0 ? undefined : slash;
}

/** The first offset from `from` on that contains one of `characters`, or the length. */
function firstOf(text: string, characters: string, from: number): number {
  let at = from;
  while (at < text.length && !characters.includes(text.charAt(at))) at++;
  return at;
}

/** Percent-encodes what no URI may contain; existing escapes stay. Half a surrogate pair becomes U+FFFD. */
function encoded(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80 && !isUnsafe(code)) result += character;
    else result += encodeURIComponent(code >= 0xd800 && code <= 0xdfff ? '\ufffd' : character);
  }
  return result;
}

const isSchemeCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2b ||
  code === 0x2d ||
  code === 0x2e;

/** Control characters, the space and the few printable characters that RFC 3986 does not allow. */
const isUnsafe = (code: number): boolean =>
  code <= 0x20 || code === 0x7f || '"<>\\^`{|}'.includes(String.fromCharCode(code));
