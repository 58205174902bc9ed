/** Shorter forms of a heading that mean the same section. */
import { isDigit } from '../text/chars';

/**
 * The forms that a normal title has without a note in parentheses at its end, without a counter on either side, and without
 * a leading "your", "my" or "the"; each without what the earlier ones left out.
 * @example `your scope (mandatory` is `your scope`, then `scope`; a normal title ends in a letter or digit, without `)`.
 */
export function shorterTitles(title: string): readonly string[] {
  const forms: string[] = [];
  let form = title;
  for (const shorten of [withoutNote, withoutCounter, withoutLetter, withoutOwner]) {
    const shorter = shorten(form);
    if (shorter !== form && shorter !== '') forms.push(shorter);
    form = shorter;
  }
  return forms;
}

function withoutNote(title: string): string {
  const open = Math.max(title.lastIndexOf('('), title.lastIndexOf('\uff08'));
  const closed = Math.max(title.lastIndexOf(')'), title.lastIndexOf('\uff09'));
  return open > closed ? title.slice(0, open).trimEnd() : title;
}

/** `example 2` and `example #2`; numbers of more than two digits are names, as in `standards 27001`. */
function withoutCounter(title: string): string {
  let start = title.length;
  while (start > 0 && isDigit(title.charCodeAt(start - 1))) start--;
  const digits = title.length - start;
  if (title[start - 1] === '#') start--;
  return digits >= 1 && digits <= 2 && title[start - 1] === ' ' ? title.slice(0, start - 1) : title;
}

/** `a. role`, `b) role` and `iv. role`. */
const withoutLetter = (title: string): string => title.replace(/^(?:[a-z]|[ivx]{1,4})[.)] /, '');

const owners: readonly string[] = ['your ', 'my ', 'the '];

function withoutOwner(title: string): string {
  const owner = owners.find((word) => title.startsWith(word));
  return owner === undefined ? title : title.slice(owner.length);
}
