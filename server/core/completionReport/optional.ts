/** Finds the keys of a template that are optional in a report. */
import type { Entry } from '../syntax/tree';
import { isLineBreak, isSpaceOrTab } from '../text/chars';

/** Words in a comment or placeholder that mark a key as optional. */
const words = ['optional', 'if any', 'if applicable', 'when applicable', 'if needed', 'if relevant'];

/** Words that negate them. */
const contrary = ['not optional', 'non-optional', 'never optional'];

/**
 * Whether a comment after the key or its value says that the key is optional, or its placeholder begins with the word. A template
 * that never says so requires all of its keys.
 * @example `notes: "[what is open]" # optional`, `notes: "[optional: what is open]"`, `"notes": "…", // if any`
 */
export function isOptional(text: string, { keySpan, value }: Entry): boolean {
  if (value.kind === 'scalar' && beginsSo(value.text)) return true;
  if (value.kind === 'sequence' && value.items.length === 1) {
    const [item] = value.items;
    if (item?.value.kind === 'scalar' && beginsSo(item.value.text)) return true;
  }
  const isBlock = (value.kind === 'sequence' || value.kind === 'mapping') && value.style === 'block';
  const comment = commentBehind(text, isBlock || value.kind === 'missing' ? keySpan.end : value.span.end);
  return words.some((word) => comment.includes(word)) && !contrary.some((word) => comment.includes(word));
}

const beginsSo = (place: string): boolean => /^[[{<(]*optional\b/i.test(place.trim());

/** The comment at the end of the line, lower case; nothing but a colon, a comma and spaces may be before it. */
function commentBehind(text: string, from: number): string {
  let at = from;
  while (at < text.length && (isSpaceOrTab(text.charCodeAt(at)) || text[at] === ':' || text[at] === ',')) at++;
  if (text[at] !== '#' && !text.startsWith('//', at)) return '';
  let end = at;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return text.slice(at, end).toLowerCase();
}
