/** How Qwen Code reads the frontmatter of an agent file: with the same YAML as ours, and line by line what that cannot read. */

import { excess } from '../../syntax/frontMatter/guard';
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { AgentFile, Entry, Problem, Value } from '../../syntax/tree';
import { isNull, mapsIn } from '../../syntax/values';
import { lineFrom } from '../../text/lines';
import { type Span, span } from '../../text/span';
import type { Obstacle, Reading } from '../reading';
import { excessMarks, unseen } from '../unseen';
import { readByLines } from './lineReader';

/**
 * After one byte order mark, dashes and a line end open the block, and the next line of dashes only that has a line end closes it. A
 * line ends in LF, CR or both. What YAML cannot read is read line by line.
 */
export function readAsQwenCode({ source: { text }, frontMatter }: AgentFile): Reading {
  const [opener] = /^\uFEFF?---(?:\r\n|\r|\n)/.exec(text) ?? [];
  if (opener === undefined) return unseen(obstacleBefore(text));
  const closing = /(\r\n|\r|\n)---(?=[\r\n])/g;
  closing.lastIndex = opener.length;
  const match = closing.exec(text);
  if (match === null)
    return unseen(frontMatter?.closer === undefined ? undefined : obstacleAt(text, frontMatter.closer));
  const content = span(opener.length, match.index);
  const start = match.index + (match[1]?.length ?? 0);
  return readBlock(text, content, span(start, start + 3));
}

function readBlock(text: string, content: Span, closer: Span): Reading {
  if (excess(text.slice(content.start, content.end)) !== undefined) return { kind: 'unread', closer };
  const { entries, problems, dangling } = readYaml(text, content);
  if (problems.some(({ code }) => code === 'limit')) return { kind: 'unread', closer };
  const isSound =
    dangling.length === 0 &&
    !hasMoreDocuments(text.slice(content.start, content.end)) &&
    !problems.some((problem) => isRefused(problem, text)) &&
    duplicatesIn(entries).length === 0;
  const isMapping = entries.length > 0 || isEmptyMapping(text, content);
  if (isSound && isMapping) return { kind: 'read', repaired: false, entries: entries.map(withoutNull), closer };
  const byLines = readByLines(text, content).filter(({ key }) => key !== EXACT);
  return { kind: 'read', repaired: true, entries: [...byLines, ...entries.filter(({ key }) => key === EXACT)], closer };
}

/** The field that the program always takes from the YAML, as far as that can be read. */
const EXACT = 'executor';

/** The program's YAML accepts NUL characters, as ours does by itself. */
const isRefused = ({ code, span: { start } }: Problem, text: string): boolean =>
  code === 'yaml' && text[start] !== '\0';

const isEmptyMapping = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === '{}';

/** Whether markers of YAML (`...`, or `---` with something after it) divide the block into several documents, which is refused. */
function hasMoreDocuments(block: string): boolean {
  let hasBegun = false;
  let hasEnded = false;
  for (const line of block.split(/\r\n|\r|\n/)) {
    const [marker] = /^(?:---|\.\.\.)(?=[ \t]|$)/.exec(line) ?? [];
    const isContent = marker === '---' || (marker === undefined && !/^\s*(?:#|$)/.test(line));
    if (isContent && (hasEnded || (marker === '---' && hasBegun))) return true;
    if (marker === '...') hasEnded = true;
    else if (isContent && !line.startsWith('%')) hasBegun = true;
  }
  return false;
}

/** The entries whose key is there already, in the frontmatter or in a map in it: YAML is not read then. */
export function duplicatesIn(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const isTwice = seen.has(entry.key);
    seen.add(entry.key);
    return [...(isTwice ? [entry] : []), ...mapsIn(entry.value).flatMap(duplicatesIn)];
  });
}

/** Null is the same as no value, and in a list or a map it is not there at all. */
const withoutNull = (entry: Entry): Entry => ({ ...entry, value: cleaned(entry.value) });

function cleaned(value: Value): Value {
  switch (value.kind) {
    case 'scalar':
      return value.type === 'null' ? { kind: 'missing', span: span(value.span.start, value.span.start) } : value;
    case 'sequence':
      return { ...value, items: value.items.filter((item) => !isNull(item.value)) };
    case 'mapping':
      return { ...value, entries: value.entries.filter((entry) => !isNull(entry.value)).map(withoutNull) };
    default:
      return value;
  }
}

/** Why the block does not open although dashes are there. */
function obstacleBefore(text: string): Obstacle | undefined {
  const marks = excessMarks(text, 1);
  if (marks !== undefined) return marks;
  const [whole, spaces = ''] = /^\uFEFF?---([^\S\r\n]+)(?=[\r\n]|$)/.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { kind: 'opener-spaces', span: span(whole.length - spaces.length, whole.length) };
}

/** Why the block does not end at the dashes where other programs see its end. */
function obstacleAt(text: string, closer: Span): Obstacle | undefined {
  const line = lineFrom(text, closer.start);
  if (text.slice(closer.end, line.end).trim() !== '') return undefined;
  return line.end > closer.end
    ? { kind: 'closer-spaces', span: span(closer.end, line.end) }
    : { kind: 'closer-last', span: closer };
}
