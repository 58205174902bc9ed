/** Where the links of a document lead in the site. */
import { posix } from 'node:path';
import { HOSTS, hostUrl, type Page } from './pages';

/** A file that is copied as it is: from a path in the repository to one in the site. */
export type Copies = ReadonlyMap<string, string>;

/**
 * The address for a link, from the page on.
 * @param href As it is written in the Markdown file, or from the root of the site on, with `/` at its start.
 * @throws RangeError for a link to a file that is not in the site.
 */
export function linkFrom(page: Page, href: string, pages: readonly Page[], copies: Copies): string {
  if (isExternal(href) || href.startsWith('#')) return href;
  if (href.startsWith('/')) return posix.relative(posix.dirname(page.url), href.slice(1));
  const [path = '', fragment] = href.split('#', 2);
  const target = posix.join(posix.dirname(page.source), decodeURIComponent(path));
  const [url, anchor] = urlOf(target, fragment, pages, copies);
  if (url === undefined) throw new RangeError(`${page.source} links to ${href}, which is not in the site`);
  return posix.relative(posix.dirname(page.url), url) + (anchor === undefined ? '' : `#${anchor}`);
}

/** Whether a link leads to another site. */
const isExternal = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href);

/** The address in the site, and the place in it. */
function urlOf(
  target: string,
  fragment: string | undefined,
  pages: readonly Page[],
  copies: Copies,
): readonly [string | undefined, string | undefined] {
  // Its sections are pages of their own.
  const section = fragment === undefined ? undefined : hostUrl(fragment);
  if (target === HOSTS && pages.some(({ url }) => url === section)) return [section, undefined];
  const page = pages.find(({ source }) => source === target);
  return [page?.url ?? copies.get(target), fragment];
}
