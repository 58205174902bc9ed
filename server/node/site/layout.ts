/** The frame of every page: navigation, search, and the headings of the page. */
import { posix } from 'node:path';
import type { Rendered } from './markdown';
import type { Group, Page } from './pages';

/** Nothing but files of the site itself. The search reads its index. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The longest description in UTF-16 units. Search engines show no more. */
const MOST_DESCRIPTION = 160;

const groups: Readonly<Record<Group, string>> = { guides: 'Guides', hosts: 'Hosts', rules: 'Rules' };

/** Headings from this level on are not listed beside the page. */
const DEEP = 3;

/** The whole HTML file of a page. */
export function laidOut(page: Page, { html, sections }: Rendered, pages: readonly Page[]): string {
  const root = posix.relative(posix.dirname(page.url), '.') || '.';
  const [first] = sections;
  const description = (first?.text ?? '').slice(0, MOST_DESCRIPTION);
  const parts = sections.filter(({ level }) => level === DEEP - 1);
  const beside = parts.length < 2 ? '' : contents(parts);
  return `<!doctype html>
<html lang="en" data-root="${root}/">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escaped(description)}">
<title>${escaped(page.title)} · Agent Authoring</title>
<link rel="icon" href="${root}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}/style.css">
<script src="${root}/page.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="home" href="${root}/index.html"><img src="${root}/icon.svg" alt="" width="28" height="28">Agent Authoring</a>
<div class="search" role="search"><label for="search" class="hidden">Search the documentation</label><input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false"></div>
<a class="menu" href="#menu">Menu</a>
<a class="try" href="${root}/playground/index.html">Playground</a>
</header>
<section id="found" aria-label="Search results" hidden><p role="status"></p><ol></ol></section>
<div class="frame">
<main id="content" tabindex="-1">
${html}</main>
${beside}<nav id="menu" aria-label="Documentation">
${navigation(page, pages)}</nav>
</div>
</body>
</html>
`;
}

const contents = (parts: Rendered['sections']): string => `<nav class="contents" aria-label="On this page">
<h2>On this page</h2>
<ul>
${parts.map(({ anchor, heading }) => `<li><a href="#${escaped(anchor)}">${escaped(heading)}</a></li>\n`).join('')}</ul>
</nav>
`;

/** The rules are many, so they are listed beside rules only. */
function navigation(page: Page, pages: readonly Page[]): string {
  const link = ({ url, title }: Page): string => {
    const current = url === page.url ? ' aria-current="page"' : '';
    return `<li><a href="${posix.relative(posix.dirname(page.url), url)}"${current}>${escaped(title)}</a></li>\n`;
  };
  return Object.entries(groups)
    .map(([group, title]) => {
      const all = pages.filter((one) => one.group === group);
      const isLong = group === 'rules' && page.group !== 'rules';
      const shown = isLong ? all.slice(0, 1) : all;
      return `<h2>${title}</h2>\n<ul>\n${shown.map((one) => link(named(one))).join('')}</ul>\n`;
    })
    .join('');
}

/** The first page of a group lists the others. */
const named = (page: Page): Page =>
  page.url.endsWith('/index.html') ? { ...page, title: `All ${page.title.toLowerCase()}` } : page;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
