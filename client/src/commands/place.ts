/** Where a block of lines goes when it is inserted near a cursor: never into a line of text, never into the YAML frontmatter. */

/** Replace characters `from`–`to` of `line` by `before`, the block and `after`; the block ends with a line break. */
export interface Place {
  /** Zero-based line number. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Where to insert a block when the cursor is on the zero-based line `cursor`, with a blank line between the block and any text.
 * @param lines the document without its line ends; at least one
 */
export function placeFor(lines: readonly string[], cursor: number): Place {
  const last = lines.length - 1;
  const line = Math.min(Math.max(cursor, frontMatterEnd(lines)), last);
  const text = lines[line] ?? '';
  if (isBlank(text)) return { line, from: 0, to: text.length, before: isBlank(lines[line - 1]) ? '' : '\n', after: '' };
  if (line === last) return { line, from: text.length, to: text.length, before: '\n\n', after: '' };
  // At the start of the next line rather than at the end of this one, whose indentation the editor would repeat.
  return { line: line + 1, from: 0, to: 0, before: '\n', after: isBlank(lines[line + 1]) ? '' : '\n' };
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** The line that closes the YAML frontmatter; 0 without frontmatter, or when it is never closed. */
function frontMatterEnd(lines: readonly string[]): number {
  const isDelimiter = (text: string) => text.trimEnd() === '---';
  if (!isDelimiter(lines[0] ?? '')) return 0;
  return Math.max(
    0,
    lines.findIndex((text, i) => i > 0 && isDelimiter(text)),
  );
}
