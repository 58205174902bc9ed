/** The documentation site as texts: every page, and the index of the search. */
import { laidOut } from './layout';
import { type Copies, linkFrom } from './links';
import { type Rendered, rendered } from './markdown';
import { type Page, pagesOf, type Read } from './pages';
import { withPlayground } from './tryIt';

/** UTF-16 units of a section that the search knows. */
const MOST_TEXT = 400;

/** What the search knows about a section: its address, the titles of the page and of the section, and its text. */
export type Entry = readonly [url: string, title: string, heading: string, text: string];

/** The Markdown files that are pages: those that people look for on the page of a repository, and all in `docs` and below. */
export const documentPaths = (inDocs: readonly string[]): readonly string[] => [
  'README.md',
  'CHANGELOG.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  ...inDocs.filter((path) => path.endsWith('.md')),
];

/** The files that are in the site as they are, of all files in `docs` and below. */
export const copiedFiles = (inDocs: readonly string[]): Copies =>
  new Map([
    ...inDocs
      .filter((path) => /\.(?:png|json)$/.test(path))
      .map((path): readonly [string, string] => [path, path.replace(/^docs\//, '')]),
    ['client/icon.svg', 'icon.svg'],
    ['action.yml', 'action.yml'],
    ['LICENSE', 'LICENSE.txt'],
  ]);

/**
 * The files of the site by their paths in it, those left out that are copied.
 * @param inDocs The paths of all files in `docs` and below.
 * @throws RangeError for a link that leads nowhere, and for a document that has no place.
 */
export function siteOf(inDocs: readonly string[], read: Read): ReadonlyMap<string, string> {
  const copies = copiedFiles(inDocs);
  const pages = pagesOf(documentPaths(inDocs), read);
  const made = pages.map((page): readonly [Page, Rendered] => [
    page,
    rendered(markdownOf(page), (href) => linkFrom(page, href, pages, copies)),
  ]);
  return new Map([
    ...made.map(([page, content]): readonly [string, string] => [page.url, laidOut(page, content, pages)]),
    ['search.json', JSON.stringify(made.flatMap(([page, content]) => entriesOf(page, content)))],
  ]);
}

const markdownOf = ({ group, title, markdown }: Page): string =>
  group === 'rules' ? withPlayground(markdown, title) : markdown;

const entriesOf = ({ url, title }: Page, { sections }: Rendered): readonly Entry[] =>
  sections.map(({ anchor, heading, text, level }) => [
    level === 1 ? url : `${url}#${anchor}`,
    title,
    level === 1 ? '' : heading,
    text.slice(0, MOST_TEXT),
  ]);
