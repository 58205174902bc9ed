/** One spelling for all URIs of a file: programs escape more or fewer characters, and differ in the case of Windows drives. */

/** A URI whose path needs no escapes, which nearly all are. */
const PLAIN = /^[a-z][\w+.-]*:\/\/[^/?#%]*(?:\/[\w.~-]*)*$/i;

/**
 * The URI as the most used editor spells it, with an escape for everything but letters, digits and `-._~`.
 * @param path A path, which stays as it is, or a URI. One with a query or stray percent signs stays as it is, too.
 * @example `file:///C:/a%20b/(x)` gives `file:///c%3A/a%20b/%28x%29`.
 */
export function inOneSpelling(path: string): string {
  if (PLAIN.test(path)) return path;
  const [, start, rest] = /^([a-z][\w+.-]*:\/\/[^/?#]*)(\/[^?#]*)$/i.exec(path) ?? [];
  if (start === undefined || rest === undefined) return path;
  try {
    const names = rest.split('/').map((name) => encoded(decodeURIComponent(name)));
    const inner = names.join('/').replace(/^\/[A-Z]%3A(?=\/|$)/, (drive) => drive.toLowerCase().replace('%3a', '%3A'));
    return start + inner;
  } catch {
    return path;
  }
}

/** One name of a path, as it is escaped in a URI. @throws URIError for half a surrogate pair. */
export const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
