/** The marks in texts of tests: `$0` is the cursor, a line of carets with a rule id expects a finding in the line above. */
import type { Span } from '../server/core/text/span';

/** A finding that a fixture expects. */
export interface Expected {
  readonly rule: string;
  readonly span: Span;
}

export interface Marked {
  /** The text without marks. */
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Offset of `$0`, when there is one. */
  readonly cursor: number | undefined;
}

/**
 * Removes the marks from a text.
 * @example `tools: LS\n       ^^ tool-removed\n` expects `tool-removed` at offsets 7–9 of `tools: LS\n`.
 */
export function readMarks(marked: string): Marked {
  const lines = splitLines(marked);
  let text = '';
  let previous = 0;
  const expected: Expected[] = [];
  for (const line of lines) {
    const mark = /^( *)(\^+) ([a-z][a-z-]*)\s*$/.exec(line);
    const [, blanks, carets, rule] = mark ?? [];
    if (blanks === undefined || carets === undefined || rule === undefined) {
      previous = text.length;
      text += line;
    } else {
      const start = previous + blanks.length;
      expected.push({ rule, span: { start, end: start + carets.length } });
    }
  }
  const at = text.indexOf('$0');
  if (at < 0) return { text, expected, cursor: undefined };
  return { text: text.slice(0, at) + text.slice(at + 2), expected, cursor: at };
}

const splitLines = (text: string): readonly string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
