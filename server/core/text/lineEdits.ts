/** The edits between two versions of a text, one for each run of lines that differ, so that a person can look at each. */
import { changeBetween } from './change';
import type { Edit } from './edits';
import { span } from './span';

/** Lines before and after, multiplied, up to which equal lines between two changes are looked for. */
const MAX_PAIRS = 250_000;

/** Edits that turn `before` into `after`, in the order of their spans. Where too many lines differ, one edit replaces them all. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const { start, beforeEnd, afterEnd } = changeBetween(before, after);
  // Whole lines. What is before and after them is the same in both texts.
  const from = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = before.indexOf('\n', beforeEnd);
  const more = (lineEnd < 0 ? before.length : lineEnd + 1) - beforeEnd;
  const old = linesOf(before.slice(from, beforeEnd + more));
  const now = linesOf(after.slice(from, afterEnd + more));
  const edits: Edit[] = [];
  let at = from;
  for (const { removed, added, kept } of runsOf(old, now)) {
    const [was, is] = [removed.join(''), added.join('')];
    if (was !== is) {
      const change = changeBetween(was, is);
      const place = span(at + change.start, at + change.beforeEnd);
      edits.push({ span: place, newText: is.slice(change.start, change.afterEnd) });
    }
    at += was.length + kept.join('').length;
  }
  return edits;
}

/** With their line ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Lines that others replace, and the lines after them that stay. */
interface Run {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly kept: readonly string[];
}

function runsOf(old: readonly string[], now: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const [oldStart, nowStart, count] of [...equalRuns(old, now), [old.length, now.length, 0] as const]) {
    runs.push({
      removed: old.slice(i, oldStart),
      added: now.slice(j, nowStart),
      kept: old.slice(oldStart, oldStart + count),
    });
    [i, j] = [oldStart + count, nowStart + count];
  }
  return runs;
}

/** The longest common lines, as runs: where each begins in both texts, and how many lines it has. */
function equalRuns(old: readonly string[], now: readonly string[]): readonly (readonly [number, number, number])[] {
  if (old.length * now.length > MAX_PAIRS) return [];
  const width = now.length + 1;
  // How many lines are common from a line of each text on.
  const common = new Uint32Array((old.length + 1) * width);
  const commonAt = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j] ? commonAt(i + 1, j + 1) + 1 : Math.max(commonAt(i + 1, j), commonAt(i, j + 1));
  const runs: (readonly [number, number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) {
      let count = 1;
      while (i + count < old.length && j + count < now.length && old[i + count] === now[j + count]) count++;
      runs.push([i, j, count]);
      i += count;
      j += count;
    } else if (commonAt(i + 1, j) >= commonAt(i, j + 1)) i++;
    else j++;
  }
  return runs;
}
