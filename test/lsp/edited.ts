/** Applies a change as an editor would, without the server's code. */

export interface Edit {
  readonly text: string;
  readonly range?: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** The text after one change: CR, LF and CRLF end lines; a position beyond a line or the text is its end. */
export function edited(text: string, { text: by, range }: Edit): string {
  if (range === undefined) return by;
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const offset = ({ line, character }: Position): number => {
    const before = lines.slice(0, line).join('').length;
    const content = (lines[line] ?? '').replace(/[\r\n]+$/, '');
    return before + Math.min(character, content.length);
  };
  return text.slice(0, offset(range.start)) + by + text.slice(offset(range.end));
}
