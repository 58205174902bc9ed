/** How messages put names into sentences. */
import { memo } from './memo';
import { visible } from './visible';

/**
 * A name from a file as it appears in messages, titles and Markdown alike: in backticks, on one line, cut when it is long, with
 * control and bidirectional characters made visible. It contains no backtick, so nothing in it is markup.
 */
export const quoted = (name: string): string =>
  // Longer names are cut before anything else, because they may be megabytes long.
  quotedStart(name.slice(0, 200));

/** Messages name the same few things again and again. */
const quotedStart = memo(1 << 16, (start) => {
  const line = visible(start.replace(/[\t\r\n]+/g, ' ')).replaceAll('`', "'");
  if (line.length <= 60) return `\`${line}\``;
  const characters = Array.from(line);
  return `\`${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}\``;
});

/** A path in the same form; of a long one the end is shown, because it names the file. */
export function quotedPath(path: string): string {
  const characters = Array.from(path.slice(-200));
  return quoted(characters.length > 60 ? `…${characters.slice(-59).join('')}` : path);
}

/** Names that a message shows when nothing else is said; people read no more of them. */
const SHOWN = 10;

/** The first names in backticks, then the number of the others: `` `a`, `b` and 3 more ``. */
export function quotedList(names: readonly string[], most = SHOWN): string {
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return names.slice(0, most).map(quoted).join(', ') + more;
}

/** `a`, `a or b`, `a, b or c`. */
export const anyOf = (names: readonly string[]): string => joined(names, 'or');

/** `a`, `a and b`, `a, b and c`. */
export const allOf = (names: readonly string[]): string => joined(names, 'and');

function joined(names: readonly string[], word: 'and' | 'or'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** A sentence as a label inside another one: without its full stop. */
export const asLabel = (sentence: string): string => sentence.replace(/\.$/, '');

/**
 * A sentence of ours as plain text, for places that show backticks as they are: each name in backticks stands without them. A name
 * that is more than one word is put in quotation marks. Editors make icons of `$(name)`, so nothing of that form is left.
 */
export const asPlain = (sentence: string): string =>
  sentence.replace(/`([^`]*)(?:`|$)/g, (_, name: string) =>
    /^[\p{L}\p{N}_/.:@*-]+\u2026?$/u.test(name) ? name : marked(name),
  );

const marked = (name: string): string => `“${name.replace(/[\u201c\u201d]/g, "'").replaceAll('$(', '$ (')}”`;
