/** Block lists two columns to the right of their key, with everything that is in them. */

import { LIST_INDENT } from '../../syntax/lists/style';
import type { AgentFile, Entry, FrontMatter, Value } from '../../syntax/tree';
import { type Edit, insertAt } from '../../text/edits';
import { isBlankLine } from '../../text/lines';
import { lineAt, lineContent, type Source } from '../../text/source';
import { span } from '../../text/span';

/** A value to visit: by how much the lines around it move, and the column of its key. */
interface Pending {
  readonly value: Value;
  readonly shift: number;
  readonly keyColumn: number;
}

/** The edits of the spaces at line starts. */
export function indentEdits(file: AgentFile, frontMatter: FrontMatter): readonly Edit[] {
  const { source } = file;
  // By line. Inner lists are visited after the lists around them and overwrite their entries.
  const shifts = new Map<number, number>();
  const pending: Pending[] = [];
  const push = (entries: readonly Entry[], shift: number): void => {
    for (const { keySpan, value } of entries)
      pending.push({ value, shift, keyColumn: columnOf(source, keySpan.start) });
  };
  push(frontMatter.entries, 0);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, keyColumn } = next;
    if (value.kind === 'mapping' && value.style === 'block') push(value.entries, next.shift);
    if (value.kind !== 'sequence' || value.style !== 'block') continue;
    const isOnOwnLine = startsLine(source, value.span.start);
    const wanted = keyColumn + next.shift + LIST_INDENT - columnOf(source, value.span.start);
    const shift = isOnOwnLine && canMove(source, value, wanted) ? wanted : next.shift;
    if (isOnOwnLine) for (const line of linesOf(source, value)) shifts.set(line, shift);
    for (const item of value.items) {
      if (item.value.kind === 'mapping' && item.value.style === 'block') push(item.value.entries, shift);
      else pending.push({ value: item.value, shift, keyColumn: columnOf(source, item.span.start) });
    }
  }
  return [...shifts].flatMap(([line, shift]) => indentEdit(source, line, shift));
}

function indentEdit(source: Source, line: number, shift: number): readonly Edit[] {
  const { start, end } = lineContent(source, line);
  if (shift === 0 || isBlankLine(source.text, { start, end })) return [];
  if (shift > 0) return [insertAt(start, ' '.repeat(shift))];
  return [{ span: span(start, start + Math.min(-shift, spacesAt(source.text, start))), newText: '' }];
}

/** Whether every line of the value can move: tabs do not count in columns, and no line may run out of spaces. */
const canMove = (source: Source, value: Value, shift: number): boolean =>
  linesOf(source, value).every((line) => {
    const { start, end } = lineContent(source, line);
    const spaces = spacesAt(source.text, start);
    const isComment = source.text[start + spaces] === '#';
    return (
      isBlankLine(source.text, { start, end }) ||
      (source.text[start + spaces] !== '\t' && (isComment || spaces >= -shift))
    );
  });

function linesOf(source: Source, { span: { start, end } }: Value): readonly number[] {
  const first = lineAt(source, start);
  return Array.from({ length: lineAt(source, end) - first + 1 }, (_, i) => first + i);
}

const columnOf = (source: Source, offset: number): number => offset - (source.lineStarts[lineAt(source, offset)] ?? 0);

/** Whether only spaces are before the offset on its line. */
const startsLine = (source: Source, offset: number): boolean => {
  const start = source.lineStarts[lineAt(source, offset)] ?? 0;
  return start + spacesAt(source.text, start) === offset;
};

function spacesAt(text: string, start: number): number {
  let count = 0;
  while (text[start + count] === ' ') count++;
  return count;
}
