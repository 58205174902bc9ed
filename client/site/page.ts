/** What a page of the documentation does: it searches, and shows where it is in the navigation. */
import { element } from '../webview/elements';
import { type Entry, type Prepared, prepared, search } from './search';

const root = document.documentElement.dataset['root'] ?? './';
const input = document.querySelector<HTMLInputElement>('#search');
const found = document.querySelector<HTMLElement>('#found');

/** The index, from when it is first needed. */
let index: Promise<readonly Prepared[]> | undefined;

async function readIndex(): Promise<readonly Prepared[]> {
  const answer = await fetch(`${root}search.json`);
  return prepared(await answer.json());
}

async function update(field: HTMLInputElement, results: HTMLElement): Promise<void> {
  const query = field.value;
  index ??= readIndex();
  const entries = search(await index, query);
  // There may be another query by now.
  if (query !== field.value) return;
  results.hidden = query.trim() === '';
  const says = entries.length === 0 ? 'Nothing found.' : `${entries.length} results`;
  results.querySelector('p')?.replaceChildren(results.hidden ? '' : says);
  results.querySelector('ol')?.replaceChildren(...entries.map(item));
}

const item = ([url, title, heading, text]: Entry): HTMLElement =>
  element(
    'li',
    {},
    element('a', { href: root + url }, heading === '' ? title : `${title} › ${heading}`),
    text === '' ? undefined : element('p', {}, text),
  );

if (input !== null && found !== null) {
  input.addEventListener('input', () => void update(input, found));
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') found.querySelector('a')?.click();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || found.hidden) return;
    input.value = '';
    found.hidden = true;
    input.focus();
  });
  found.addEventListener('click', ({ target }) => {
    // A link to the same page loads nothing that would close the list.
    if (target instanceof HTMLAnchorElement) found.hidden = true;
  });
}
const menu = document.querySelector('#menu');
const current = menu?.querySelector<HTMLElement>('[aria-current]');
if (menu && current && menu.scrollHeight > menu.clientHeight)
  menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
