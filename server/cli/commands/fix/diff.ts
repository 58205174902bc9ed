/** A unified diff of two versions of a text, for `fix --dry-run`. */
import { printable } from '../../printable';

/** Unchanged lines around a change, as in other tools. */
const CONTEXT = 3;

/** The most lines that a change may add or remove. Fixes change any number of lines, but add or remove few. */
const BAND = 60;

/** Lines of the old text that are replaced by lines of the new one; line numbers count from zero. */
interface Change {
  readonly from: number;
  readonly removed: number;
  readonly to: number;
  readonly added: number;
}

/**
 * The diff of `before` and `after` in unified format; empty when they are equal. It need not be the shortest one.
 * @param paint Colors a line with an ANSI code.
 */
export function unifiedDiff(
  path: string,
  before: string,
  after: string,
  paint: (code: number, text: string) => string,
): string {
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = grouped(changesBetween(a, b));
  if (hunks.length === 0) return '';
  const name = printable(path).replace(/^\/+/, '');
  const head = [paint(1, `--- a/${name}`), paint(1, `+++ b/${name}`)];
  return `${[...head, ...hunks.flatMap((hunk) => hunkLines(hunk, a, b, paint))].join('\n')}\n`;
}

/** The lines with their line ends. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    lines.push(text.slice(at, next));
    at = next;
  }
  return lines;
}

function changesBetween(a: readonly string[], b: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [removed, added] = nextMeeting(a, b, i, j);
    changes.push({ from: i, removed, to: j, added });
    i += removed;
    j += added;
  }
  return changes;
}

/**
 * How many lines of each side to skip until both are equal again, the fewest. Linear, because the skipped lines are not looked at
 * again: about `BAND` comparisons for each.
 */
function nextMeeting(a: readonly string[], b: readonly string[], i: number, j: number): readonly [number, number] {
  const restA = a.length - i;
  const restB = b.length - j;
  for (let steps = 1; steps <= restA + restB; steps++) {
    const first = Math.max(0, steps - restB, Math.ceil((steps - BAND) / 2));
    const last = Math.min(restA, steps, Math.floor((steps + BAND) / 2));
    // An empty line or the end of the file may match by chance, so the next line must match too.
    const meets = (removed: number): boolean => {
      const x = i + removed;
      const y = j + steps - removed;
      return a[x] === b[y] && a[x + 1] === b[y + 1];
    };
    for (let removed = first; removed <= last; removed++) if (meets(removed)) return [removed, steps - removed];
    // With one change that is wider than the band, the rest is equal when both are read from their ends.
    const removed = (steps + restA - restB) / 2;
    if (Number.isInteger(removed) && removed >= 0 && removed <= steps && meets(removed))
      return [removed, steps - removed];
  }
  return [restA, restB];
}

/** Changes whose context would touch are shown together. */
function grouped(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && change.from - (last.from + last.removed) <= CONTEXT * 2) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunkLines(
  hunk: readonly Change[],
  a: readonly string[],
  b: readonly string[],
  paint: (code: number, text: string) => string,
): readonly string[] {
  const [first] = hunk;
  const last = hunk.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = Math.max(0, first.from - CONTEXT);
  const end = Math.min(a.length, last.from + last.removed + CONTEXT);
  const newStart = first.to - (first.from - start);
  const newLength = end - start + hunk.reduce((sum, { added, removed }) => sum + added - removed, 0);
  const head = paint(36, `@@ -${rangeOf(start, end - start)} +${rangeOf(newStart, newLength)} @@`);
  // Large parts are joined once: an array with very many arguments would not fit on the stack.
  const lines: (readonly string[])[] = [];
  let at = start;
  for (const { from, removed, to, added } of hunk) {
    lines.push(
      a.slice(at, from).flatMap((line) => shown(' ', line)),
      a.slice(from, from + removed).flatMap((line) => shown('-', line).map((text) => paint(31, text))),
      b.slice(to, to + added).flatMap((line) => shown('+', line).map((text) => paint(32, text))),
    );
    at = from + removed;
  }
  return [head, ...lines.flat(), ...a.slice(at, end).flatMap((line) => shown(' ', line))];
}

/** Lines count from one; an empty range names the line before it. */
const rangeOf = (start: number, length: number): string => `${length === 0 ? start : start + 1},${length}`;

/** A line with its sign. Tabs and the CR of a line end stay, other control characters are made visible. */
function shown(sign: string, line: string): readonly string[] {
  const isEnded = line.endsWith('\n');
  const content = isEnded ? line.slice(0, -1) : line;
  const isCrlf = content.endsWith('\r');
  const text = (isCrlf ? content.slice(0, -1) : content).split('\t').map(printable).join('\t');
  const whole = `${sign}${text}${isCrlf ? '\r' : ''}`;
  return isEnded ? [whole] : [whole, '\\ No newline at end of file'];
}
