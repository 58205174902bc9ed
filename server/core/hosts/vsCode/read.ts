/** How VS Code reads and loads an agent file. It loads every file. */
import { excess } from '../../syntax/frontMatter/guard';
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { lineFrom } from '../../text/lines';
import { fileNameOf } from '../../text/paths';
import { quotedList } from '../../text/quoted';
import { type Span, span } from '../../text/span';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { loadedWith } from '../loading';
import { fieldByRole, lookup } from '../lookup';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { excessMarks, unseen } from '../unseen';
import type { LoadVerdict } from '../verdict';
import { isUnclosed } from './nodes';
import { treeOf } from './tree';

/** The block begins on the first line, with dashes and white space only, and ends at the next such line or with the file. */
export function readAsVsCode({ source: { text }, problems }: AgentFile): Reading {
  const [opener] = /^---[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text) ?? [];
  if (opener === undefined) return unseen(excessMarks(text, 0));
  const closer = closerFrom(text, opener.length);
  const content = span(opener.length, closer.start);
  if (excess(text.slice(content.start, content.end)) !== undefined) return { kind: 'unread', closer };
  const { entries, unread } = treeOf(text, content);
  // Whether other readers of YAML reject what this one can read.
  const repaired = problems.some(({ code }) => code === 'yaml');
  if (entries === undefined) return { kind: 'not-a-mapping', repaired, closer };
  const rest = unread ?? swallowed(text, entries);
  return { kind: 'read', repaired, entries, closer, ...(rest === undefined ? {} : { unread: rest }) };
}

/** The dashes of the first line that has nothing else; the end of the text without one. */
function closerFrom(text: string, from: number): Span {
  for (let at = from; at < text.length; ) {
    const line = lineFrom(text, at);
    if (text.startsWith('---', at) && text.slice(at + 3, line.end).trim() === '') return span(at, at + 3);
    at = line.next;
  }
  return span(text.length, text.length);
}

/** The lines that became part of a text because its second quote is missing. */
function swallowed(text: string, entries: readonly Entry[]): Span | undefined {
  const last = entries.at(-1);
  if (last === undefined || !isUnclosed(text, last.value)) return undefined;
  const { next } = lineFrom(text, last.value.span.start);
  const rest = text.slice(next, last.value.span.end).trimEnd();
  const start = next + rest.length - rest.trimStart().length;
  return rest.trim() === '' ? undefined : span(start, next + rest.length);
}

/** The verdict; undefined when it is not known which fields the program sees. */
export function verdict(
  file: AgentFile,
  reading: Reading,
  path: string | undefined,
  format: Format,
): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  const { source } = file;
  const entries = reading.kind === 'read' ? reading.entries : [];
  const all = fieldsOf(source.text, entries, format.on.duplicateKey.counts);
  const allow = fieldByRole(format, 'allow');
  // A map in place of the list counts as no list at all.
  const isMap = allow !== undefined && all.value(allow.key)?.kind === 'mapping';
  const fields: Fields = { ...all, value: (key) => (isMap && key === allow.key ? undefined : all.value(key)) };
  const { refused: _never, ...tools } = effectiveTools(fields, format);
  const isSeen = reading.kind === 'read' || source.text.trim() === '';
  const isLimited = allow !== undefined && isMeantToBeLimited(file, allow.key);
  const lost = lostFields(source.text, reading, format);
  const losses = [
    ...(isSeen ? [] : ['the frontmatter is not read, so the agent has only the name of its file']),
    ...(lost.length === 0 ? [] : [`these fields are not read: ${quotedList(lost)}`]),
    ...(isMap ? [`the value of \`${allow.key}\` is not a list, so the agent gets every tool`] : []),
  ];
  const found = loadedWith(nameOf(fields.value(fieldByRole(format, 'identity')?.key ?? ''), path), tools, losses);
  return tools.inherited && isLimited ? { ...found, grantsMore: true } : found;
}

/** Whether the list of tools is in the frontmatter, or in one that the program does not see. */
function isMeantToBeLimited({ source, frontMatter, problems }: AgentFile, key: string): boolean {
  if (frontMatter !== undefined) return frontMatter.entries.some((entry) => entry.key === key);
  const isHidden = problems.some(({ code }) => code.startsWith('frontmatter-') && code !== 'frontmatter-missing');
  return (
    isHidden &&
    source.text
      .slice(0, MAX_SEARCHED)
      .split(/[\r\n]+/)
      .some((line) => line.trimStart().startsWith(`${key}:`))
  );
}

/** UTF-16 code units at the start of a file in which frontmatter is expected that the program does not see. */
const MAX_SEARCHED = 4_096;

/** The known fields in lines that the program does not read. */
function lostFields(text: string, reading: Reading, format: Format): readonly string[] {
  if (reading.kind !== 'read' || reading.unread === undefined) return [];
  const { start, end } = reading.unread;
  const keys = [...text.slice(start, end).matchAll(/(?:^|[\r\n])["']?([\w-]+)["']?[ \t]*:(?=\s|$)/g)];
  return [...new Set(keys.flatMap(([, key = '']) => (lookup(format.fields, key) === undefined ? [] : [key])))];
}

/** The name in the frontmatter, even when it is empty; else that of the file. */
function nameOf(value: Value | undefined, path: string | undefined): string | null {
  if (value?.kind === 'scalar') return value.text;
  if (value?.kind === 'missing') return '';
  if (path === undefined) return null;
  return fileNameOf(path).replace(/(?:\.agent|\.chatmode)?\.md$/, '');
}
