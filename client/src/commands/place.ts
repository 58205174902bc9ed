/**
 * Where a block of lines goes when it is inserted near a cursor in Markdown that no host reads: never into a line of text, the YAML
 * frontmatter, a code block or a list.
 */

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
  const line = afterList(lines, afterFence(lines, Math.min(Math.max(cursor, frontMatterEnd(lines)), last)));
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

/** The line that closes the code block around a line; the line itself outside of code blocks, and in one that is never closed. */
function afterFence(lines: readonly string[], line: number): number {
  let open: string | undefined;
  for (const [i, text] of lines.entries()) {
    const fence = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    const isClosing = open !== undefined && fence?.startsWith(open) === true && text.trim() === fence;
    if (isClosing) {
      if (i >= line) return i;
      open = undefined;
    } else if (open === undefined && fence !== undefined) {
      if (i > line) return line;
      open = fence;
    }
  }
  return line;
}

/** The last line of the list around a line; the line itself outside of lists. */
function afterList(lines: readonly string[], line: number): number {
  const isItem = (text = ''): boolean => /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(text);
  const isPart = (text = ''): boolean => isItem(text) || /^(?: {2}|\t)/.test(text);
  const isText = (at: number): boolean => !isBlank(lines[at]);
  let start = line;
  while (start > 0 && !isText(start)) start--;
  while (start > 0 && isText(start) && !isItem(lines[start])) start--;
  if (!isItem(lines[start])) return line;
  let end = start;
  for (let at = start + 1; at < lines.length; at++) {
    // A blank line ends a list unless its next part is below.
    if (isText(at) && (isPart(lines[at]) || isText(at - 1))) end = at;
    else if (isText(at)) break;
  }
  return Math.max(line, end);
}
