/** Cuts plain YAML into its lines, without comments, blank lines and spaces at both ends. */
import type { Span } from '../../text/span';

/** A line with something on it that is not a comment. */
export interface PlainLine {
  readonly indent: number;
  readonly start: number;
  /** Without spaces and comments at its end. */
  readonly end: number;
  /** Whether a comment follows on the line, or on a line before the next one. */
  readonly commented: boolean;
}

/** The lines; undefined with a tab, a lone CR, a control character or a document marker. */
export function plainLinesOf(text: string, content: Span): readonly PlainLine[] | undefined {
  const lines: PlainLine[] = [];
  for (let at = content.start; at < content.end; ) {
    const lineStart = at;
    while (at < content.end && text.charCodeAt(at) === SPACE) at++;
    const start = at;
    let hash = -1;
    for (; at < content.end; at++) {
      const code = text.charCodeAt(at);
      if (code < SPACE) {
        if (code !== LF && code !== CR) return undefined;
        break;
      }
      if (code === 0xfeff) return undefined;
      if (code === HASH && hash < 0 && (at === start || text.charCodeAt(at - 1) === SPACE)) hash = at;
    }
    const lineEnd = at;
    if (at < content.end && text.charCodeAt(at) === CR && text.charCodeAt(++at) !== LF) return undefined;
    at++;
    if (start === lineEnd) continue;
    if (start === hash) {
      const last = lines.pop();
      if (last !== undefined) lines.push({ ...last, commented: true });
      continue;
    }
    // In a quoted value `#` is a character.
    const isQuoted = hash >= 0 && (text.slice(start, hash).includes('"') || text.slice(start, hash).includes("'"));
    if (isQuoted) return undefined;
    let end = hash < 0 ? lineEnd : hash;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    if (start === lineStart && (text.startsWith('---', start) || text.startsWith('...', start))) return undefined;
    lines.push({ indent: start - lineStart, start, end, commented: hash >= 0 });
  }
  return lines;
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
