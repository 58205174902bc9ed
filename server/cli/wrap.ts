/** Breaks texts into lines that fit into a terminal. */

/**
 * Breaks a text between words; a word that is longer than a line stays whole.
 * @param indent Spaces before later lines; the first line begins after as many other characters.
 * @param width Characters of a line.
 * @param between What is between two words.
 */
export function wrapped(text: string, indent: number, width: number, between = /\s+/): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(between)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
