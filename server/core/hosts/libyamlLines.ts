/** Writes YAML that `libyaml` takes and YAML 1.2 does not as text of the same length that both read in the same way. */
import { skipSpace } from '../syntax/frontMatter/plainValues';
import { lineFrom } from '../text/lines';

/**
 * The block with flow collections and quoted texts on one line each, and without comments right after them; undefined where nothing
 * is to be changed. `libyaml` takes such values in lines that are not indented, and comments with no space before them.
 */
export function inOneLine(block: string): string | undefined {
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < block.length; ) {
    const line = lineFrom(block, at);
    const start = valueStart(block, line.start, line.end);
    const end = start === undefined ? undefined : valueEnd(block, start);
    if (start === undefined || end === undefined) {
      at = line.next;
      continue;
    }
    const rest = lineFrom(block, end);
    const note = block[end] === '#' ? rest.end : end;
    parts.push(block.slice(done, start), joined(block.slice(start, end)), ' '.repeat(note - end));
    done = note;
    at = Math.max(rest.next, line.next);
  }
  const text = parts.join('') + block.slice(done);
  return text === block ? undefined : text;
}

/** Where a flow collection or a quoted text begins that is the value of a key or an item; undefined for a line without one. */
function valueStart(block: string, start: number, end: number): number | undefined {
  const [before = ''] = /^[ \t]*(?:- +)*(?:[\w.-]+[ \t]*:[ \t]+)?/.exec(block.slice(start, end)) ?? [];
  const at = skipSpace(block, start + before.length, end);
  return at < end && '[{"\''.includes(block.charAt(at)) ? at : undefined;
}

/** Where the value that begins at `start` ends; undefined when it has no end. */
function valueEnd(block: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < block.length; at++) {
    const mark = block.charAt(at);
    if (mark === '"' || mark === "'") {
      const end = quoteEnd(block, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    // What a comment says does not count, and only the parser knows where one begins.
    else if (mark === '#') return undefined;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** The quote that ends the text whose first one is at `start`. */
function quoteEnd(block: string, start: number): number | undefined {
  const quote = block.charAt(start);
  for (let at = start + 1; at < block.length; at++) {
    if (block[at] === '\\' && quote === '"') at++;
    else if (block[at] === quote) {
      if (quote === '"' || block[at + 1] !== quote) return at;
      at++;
    }
  }
  return undefined;
}

/** A value with spaces for its line ends. Blank lines in it stay, because they are a part of a quoted text. */
const joined = (value: string): string =>
  value.replaceAll(/(?<![\r\n][ \t]*)\r?\n(?=[^\s])/g, (end) => ' '.repeat(end.length));
