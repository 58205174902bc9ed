/** A text of a file as it is shown: bounded, without space around it, and with the characters spelled out that hide others. */
import { visible } from '../../text/visible';

/** @param most UTF-16 units that are shown; `left` is the number of the others. */
export function shownText(text: string, most: number): { readonly content: string; readonly left: number } {
  // Not between the halves of a character.
  const shown = text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text;
  // A pattern for the spaces at the end would try every space of a long run in the middle.
  const lines = shown
    .trimEnd()
    .replace(/^(?:[ \t]*[\r\n])+/, '')
    .split(/\r\n|\r|\n/);
  const content = lines.map((line) => line.split('\t').map(visible).join('\t')).join('\n');
  return { content, left: text.length - shown.length };
}
