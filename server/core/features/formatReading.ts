/** Whether two texts mean the same to the host: the proof that formatting asks for before it changes anything. */
import type { Dialect } from '../dialects/dialect';
import { readAsHost } from '../hosts/index';
import { listItems } from '../syntax/items';
import type { AgentFile, Entry, Value } from '../syntax/tree';
import { holdsNames } from './nameFields';

/** Whether both files have the same body, and headers that both read without repair, to the same fields with the same values. */
export function sameReading(before: AgentFile, after: AgentFile, dialect: Dialect): boolean {
  if (before.source.text.slice(before.body.span.start) !== after.source.text.slice(after.body.span.start)) return false;
  const first = readingOf(before, dialect);
  return first !== undefined && first === readingOf(after, dialect);
}

/** Everything that is read, in one text; undefined when the host does not read the header as it stands. */
function readingOf(file: AgentFile, dialect: Dialect): string | undefined {
  const host = readAsHost(file, dialect);
  if (host !== undefined && (host.kind !== 'read' || host.repaired)) return undefined;
  const ours = fieldsOf(file.source.text, file.header?.entries ?? [], dialect);
  return JSON.stringify([ours, host === undefined ? [] : fieldsOf(host.yaml, host.entries, dialect)]);
}

/** The fields by key. Of several with the same key all count, in their order; the order of different keys means nothing. */
const fieldsOf = (text: string, entries: readonly Entry[], dialect: Dialect): readonly unknown[] =>
  entries
    .map((entry) => [entry.key, fieldValue(text, entry, dialect)] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Of a field that holds names, the names; how comma text is spaced makes no difference to the host. */
function fieldValue(text: string, { key, value }: Entry, dialect: Dialect): unknown {
  return holdsNames(dialect, key) && value.kind === 'scalar'
    ? ['names', value.type, listItems(text, value).map((item) => item.text)]
    : plain(value);
}

/** The value without its places in the text. Recursion is bounded: the guard lets nothing through that nests deeper than 64. */
function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return [value.kind, value.style, value.type, value.text];
    case 'list':
      return [value.kind, value.items.map((item) => plain(item.value))];
    case 'map':
      return [value.kind, value.entries.map((entry) => [entry.key, plain(entry.value)])];
    case 'alias':
      return [value.kind, value.target];
    default:
      return value.kind;
  }
}
