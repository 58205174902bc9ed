/** Placeholders of a text that is not finished: marked so that nothing a person writes can be taken for one. */
import { snippetText } from '../text/snippet';

/** Characters that are in no text, because Unicode keeps them for the inside of programs. */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';

/** Whether a text contains what marks placeholders. */
export const hasMarks = (text: string): boolean => text.includes(OPEN) || text.includes(CLOSE);

/** A template of ours, in which placeholders are between `‹` and `›`. */
export const marked = (template: string): string => template.replaceAll('‹', OPEN).replaceAll('›', CLOSE);

/** One placeholder. */
export const placeholder = (words: string): string => OPEN + words + CLOSE;

/** The text with placeholders in brackets. */
export const inBrackets = (text: string): string => text.replace(/\ufdd0([^\ufdd1]*)\ufdd1/g, '[$1]');

/**
 * The text as a snippet of LSP: each placeholder is a tab stop with its words in brackets; equal ones share one.
 * @param bare A placeholder that is a good value already, so that it is not in brackets.
 */
export function asSnippet(text: string, bare?: string): string {
  const places: string[] = [];
  let snippet = '';
  let at = 0;
  for (const match of text.matchAll(/\ufdd0([^\ufdd1]*)\ufdd1/g)) {
    const [whole, words = ''] = match;
    snippet += snippetText(text.slice(at, match.index));
    at = match.index + whole.length;
    const known = places.indexOf(words);
    if (known < 0) places.push(words);
    snippet +=
      known < 0 ? `\${${places.length}:${snippetText(words === bare ? words : `[${words}]`)}}` : `$${known + 1}`;
  }
  return `${snippet}${snippetText(text.slice(at))}$0`;
}
