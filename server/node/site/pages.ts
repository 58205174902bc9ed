/** The pages of the documentation site: which there are, where each is, and from which file its text comes. */
import { posix } from 'node:path';

/** Where a page belongs in the navigation. */
export type Group = 'guides' | 'hosts' | 'rules';

export interface Page {
  /** From the root of the site on. */
  readonly url: string;
  /** The Markdown file that it is made from, from the root of the repository on. Links in it start there. */
  readonly source: string;
  readonly group: Group;
  readonly title: string;
  readonly markdown: string;
}

/** Reads the file at a path from the root of the repository on. */
export type Read = (path: string) => string;

/** The start page, in the words of people who look for help; the others have the title that is written in them. */
const guides: Readonly<Record<string, string>> = {
  'README.md': 'index.html',
  'docs/repository.md': 'repository.html',
  'docs/configuration.md': 'configuration.html',
  'docs/editors.md': 'editors.html',
  'docs/accuracy.md': 'accuracy.html',
  'docs/performance.md': 'performance.html',
  'docs/reliability.md': 'reliability.html',
  'docs/architecture.md': 'architecture.html',
  'docs/releases.md': 'releases.html',
  '.github/CONTRIBUTING.md': 'contributing.html',
  '.github/SECURITY.md': 'security.html',
  'CHANGELOG.md': 'changelog.html',
};

export const HOSTS = 'docs/hosts.md';
const RULES = 'docs/rules/';

/**
 * All pages. Each section of the page about hosts is a page of its own.
 * @param paths The Markdown files.
 * @throws RangeError for a file of which it is not known where it belongs.
 */
export function pagesOf(paths: readonly string[], read: Read): readonly Page[] {
  const stray = paths.find((path) => guides[path] === undefined && path !== HOSTS && !path.startsWith(RULES));
  if (stray !== undefined) throw new RangeError(`${stray} has no place in the site`);
  const pageOf = (source: string, url: string, group: Group): Page => {
    const markdown = read(source);
    return { url, source, group, markdown, title: source === 'README.md' ? 'Overview' : titleOf(markdown) };
  };
  const rules = paths.filter((path) => path.startsWith(RULES));
  return [
    ...Object.entries(guides).flatMap(([path, url]) => (paths.includes(path) ? [pageOf(path, url, 'guides')] : [])),
    ...(paths.includes(HOSTS) ? hostPages(read(HOSTS)) : []),
    ...rules.map((path) => pageOf(path, ruleUrl(path), 'rules')).sort(indexFirst),
  ];
}

const ruleUrl = (path: string): string =>
  `rules/${posix.basename(path, '.md') === 'README' ? 'index' : posix.basename(path, '.md')}.html`;

const indexFirst = (a: Page, b: Page): number =>
  Number(b.url.endsWith('/index.html')) - Number(a.url.endsWith('/index.html')) || (a.url < b.url ? -1 : 1);

/** The page of all hosts, with links to those of each, which are its sections. */
function hostPages(markdown: string): readonly Page[] {
  const [introduction = '', ...sections] = markdown.split(/^(?=## )/m);
  const hosts = sections.map((section): Page => {
    const title = titleOf(section);
    return {
      url: hostUrl(slugOf(title)),
      source: HOSTS,
      group: 'hosts',
      title,
      markdown: section.replace(/^##/gm, '#'),
    };
  });
  const list = hosts.map(({ title }) => `- [${title}](hosts.md#${slugOf(title)})\n`).join('');
  const all = `${introduction.trimEnd()}\n\n${list}`;
  return [
    { url: hostUrl('index'), source: HOSTS, group: 'hosts', title: titleOf(introduction), markdown: all },
    ...hosts,
  ];
}

/**
 * The page of a host.
 * @param slug Its name in the address of its section.
 */
export const hostUrl = (slug: string): string => `hosts/${slug}.html`;

/** The text of the first heading. */
const titleOf = (markdown: string): string => /^#+ (.+)$/m.exec(markdown)?.[1]?.trim() ?? '';

/** A heading in an address, as GitHub writes it, so that links work there and here. */
export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
