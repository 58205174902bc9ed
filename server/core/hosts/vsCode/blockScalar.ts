/** Reads a block of text (`|` or `>`) as VS Code's own YAML reader does. */
import { afterBreak, endOfLine, isMark } from './offsets';

/** Whether a block begins at an offset: nothing but its marks and a comment is on the line. */
export const startsBlock = (text: string, at: number, end: number): boolean =>
  /^[|>][1-9+-]*[ \t]*(?:#|$)/.test(text.slice(at, endOfLine(text, at, end)));

/**
 * @param start Of the mark.
 * @param end Of the frontmatter.
 * @param parent The column that the lines of the block must be to the right of.
 * @returns The value, and the offset of the line after the block.
 */
export function blockScalar(
  text: string,
  start: number,
  end: number,
  parent: number,
): { readonly value: string; readonly stop: number } {
  const [marks = ''] = /^[1-9+-]{0,2}/.exec(text.slice(start + 1, start + 3)) ?? [];
  const width = Number(/[1-9]/.exec(marks)?.[0] ?? 0);
  const chomp = /[+-]/.exec(marks)?.[0];
  const head = endOfLine(text, start, end);
  let at = head < end ? afterBreak(text, head) : end;
  let column = width > 0 ? parent + width : 0;
  const lines: string[] = [];
  let blankAtEnd = 0;
  while (at < end) {
    let first = at;
    while (first < end && text.charAt(first) === ' ') first++;
    const stop = endOfLine(text, first, end);
    const indent = first - at;
    if (first < stop) {
      if (indent === 0 && isMark(text, at, end)) break;
      if (column === 0 && indent <= parent) break;
      if (column === 0) column = indent;
      if (indent < column) break;
    }
    const line = first < stop || (column > 0 && indent >= column) ? text.slice(at + column, stop) : '';
    lines.push(line);
    blankAtEnd = line === '' ? blankAtEnd + 1 : 0;
    at = stop < end ? afterBreak(text, stop) : end;
  }
  const joined = text.charAt(start) === '|' ? lines.join('\n') : folded(lines);
  const kept = blankAtEnd > 0 ? joined.replace(/\n+$/, '') : joined;
  const hasText = lines.some((line) => line !== '');
  if (chomp === '-') return { value: kept, stop: at };
  if (chomp === '+') return { value: hasText ? kept + '\n'.repeat(blankAtEnd + 1) : '\n'.repeat(blankAtEnd), stop: at };
  return { value: hasText ? `${kept}\n` : kept, stop: at };
}

/** Joins lines with spaces; blank lines and lines that are indented further keep their line breaks. */
function folded(lines: readonly string[]): string {
  let value = '';
  let isAfterBlank = false;
  let wasDeep = false;
  let isFirst = true;
  for (const [i, line] of lines.entries()) {
    if (line === '') {
      value += '\n';
      isAfterBlank = true;
      continue;
    }
    const isDeep = line.startsWith(' ') || line.startsWith('\t');
    const isKept = isDeep || wasDeep;
    if (i > 0) value += isAfterBlank ? (isKept && !isFirst ? '\n' : '') : isKept ? '\n' : ' ';
    value += line;
    wasDeep = isDeep;
    isAfterBlank = false;
    isFirst = false;
  }
  return value;
}
