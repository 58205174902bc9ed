/** Whether two texts mean the same to the host: the proof that formatting asks for before it changes anything. */
import type { Format } from '../../hosts/host';
import { readAsHost } from '../../hosts/index';
import { keysOf } from '../../hosts/lookup';
import { listItems } from '../../syntax/lists/items';
import { parse } from '../../syntax/parse';
import type { AgentFile, Entry, FrontMatter, Sequence, Value } from '../../syntax/tree';
import { holdsNames, stylesOf } from '../nameFields';

/** A file whose header nothing is wrong with, and in which the host sees it end where it does. */
export interface Sound extends AgentFile {
  readonly frontMatter: FrontMatter;
}

export const isSound = (file: AgentFile): file is Sound =>
  file.frontMatter !== undefined &&
  file.frontMatter.language === '' &&
  !file.frontMatter.recovered &&
  file.frontMatter.hostCloser?.start === file.frontMatter.closer?.start &&
  file.problems.length === 0;

/** The changed text, parsed, when both readings of it are those of the file before; a text that nothing changed is that file. */
export function agreed(before: AgentFile, text: string, format: Format): AgentFile | undefined {
  if (text === before.source.text) return before;
  const after = parse(text, keysOf(format));
  return sameReading(before, after, format) ? after : undefined;
}

/** Whether both files have the same body, and headers that both read without repair, to the same fields with the same values. */
function sameReading(before: AgentFile, after: AgentFile, format: Format): boolean {
  if (before.source.text.slice(before.body.span.start) !== after.source.text.slice(after.body.span.start)) return false;
  const first = readingOf(before, format);
  return first !== undefined && first === readingOf(after, format);
}

/** Everything that is read, in one text; undefined when the host does not read the header as it stands. */
function readingOf(file: AgentFile, format: Format): string | undefined {
  const host = readAsHost(file, format);
  if (host !== undefined && (host.kind !== 'read' || host.repaired)) return undefined;
  const ours = fieldsOf(file.source.text, file.frontMatter?.entries ?? [], format);
  return JSON.stringify([ours, host === undefined ? [] : fieldsOf(host.yaml, host.entries, format)]);
}

/** The fields by key. Of several with the same key all count, in their order; the order of different keys means nothing. */
const fieldsOf = (text: string, entries: readonly Entry[], format: Format): readonly unknown[] =>
  entries
    .map((entry) => [entry.key, fieldValue(text, entry, format)] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Of a field that holds names, the names; how they are spaced, quoted and separated makes no difference to the host. */
function fieldValue(text: string, { key, value }: Entry, format: Format): unknown {
  const names = (): readonly string[] => listItems(text, value).map((item) => item.text);
  if (value.kind === 'scalar' && holdsNames(format, key)) return ['names', value.type, names()];
  const styles = stylesOf(format, key);
  const texts = styles.length > 0 && value.kind === 'sequence' ? textsOf(value) : undefined;
  if (texts === undefined) return plain(value);
  // Where a text is read as well, the items of a list are split like one.
  return styles.includes('comma') ? ['names', 'string', names()] : ['list', texts];
}

/** The items of a list that holds texts and nothing else. */
function textsOf({ items }: Sequence): readonly string[] | undefined {
  const texts = items.flatMap(({ value }) => (value.kind === 'scalar' && value.type === 'string' ? [value.text] : []));
  return texts.length === items.length && texts.length > 0 ? texts : undefined;
}

/** The value without its places in the text. Recursion is bounded: the guard lets nothing through that nests deeper than 64. */
function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return [value.kind, value.style, value.type, value.text];
    case 'sequence':
      return [value.kind, value.items.map((item) => plain(item.value))];
    case 'mapping':
      return [value.kind, value.entries.map((entry) => [entry.key, plain(entry.value)])];
    case 'alias':
      return [value.kind, value.target];
    default:
      return value.kind;
  }
}
