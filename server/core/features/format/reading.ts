/** Whether two texts mean the same to the host: the proof that formatting needs before it changes anything. */

import { type Agent, withText } from '../../agent/agent';
import { categoryOf } from '../../hosts/effectiveTools';
import type { Format } from '../../hosts/host';
import { listItems } from '../../syntax/lists/items';
import type { AgentFile, Entry, FrontMatter, Sequence, Value } from '../../syntax/tree';
import { compare } from '../../text/sorted';
import { holdsNames, stylesOf } from '../nameFields';

/** An agent with valid frontmatter that ends in the same place for the host. */
export interface SoundAgent extends Agent {
  readonly file: AgentFile & { readonly frontMatter: FrontMatter };
}

/** Whether the frontmatter is valid for us and for the host. */
export function isSound(agent: Agent): agent is SoundAgent {
  const { frontMatter, problems } = agent.file;
  if (frontMatter === undefined || frontMatter.language !== '' || frontMatter.recovered || problems.length > 0)
    return false;
  const reading = agent.reading();
  return reading.kind !== 'unseen' && reading.closer.start === frontMatter.closer?.start;
}

/** The agent with the changed text, if we and the host read the same as before; the same agent if nothing changed. */
export function agreed(before: Agent, text: string): Agent | undefined {
  if (text === before.file.source.text) return before;
  const after = withText(text, before);
  return sameReading(before, after) ? after : undefined;
}

/**
 * Whether both files have the same body, and frontmatter that both read without repair, to the same fields with the same values.
 */
function sameReading(before: Agent, after: Agent): boolean {
  const bodyOf = ({ source, body }: AgentFile): string => source.text.slice(body.span.start);
  if (bodyOf(before.file) !== bodyOf(after.file)) return false;
  const first = readingOf(before);
  return first !== undefined && first === readingOf(after);
}

/** Everything that is read, as one string; undefined when the host cannot read the frontmatter without repair. */
function readingOf({ file, format, reading }: Agent): string | undefined {
  const read = reading();
  if (read.kind !== 'read' || read.repaired) return undefined;
  const { text } = file.source;
  return JSON.stringify([
    fieldsOf(text, file.frontMatter?.entries ?? [], format),
    fieldsOf(text, read.entries, format),
  ]);
}

/** The fields by key. Values of the same key are kept in order; the order of different keys does not matter. */
const fieldsOf = (text: string, entries: readonly Entry[], format: Format): readonly unknown[] =>
  entries.map((entry) => [entry.key, fieldValue(text, entry, format)] as const).sort(([a], [b]) => compare(a, b));

/** For a field of names, the names: how they are spaced, quoted and separated makes no difference to the host. */
function fieldValue(text: string, { key, value }: Entry, format: Format): unknown {
  const names = (): readonly string[] => listItems(text, value, format.splitsNamesAt).map((item) => item.text);
  if (value.kind === 'scalar' && holdsNames(format, key))
    return ['names', value.type, names(), categoryOf(value, format)];
  const styles = stylesOf(format, key);
  const texts = styles.length > 0 && value.kind === 'sequence' ? textsOf(value) : undefined;
  if (texts === undefined) return plain(value);
  // Where the host also reads a string, it splits the items of a sequence like one.
  return styles.includes('comma') ? ['names', 'string', names(), undefined] : ['list', texts];
}

/** The items of a list that contains only strings. */
function textsOf({ items }: Sequence): readonly string[] | undefined {
  const texts = items.flatMap(({ value }) => (value.kind === 'scalar' && value.type === 'string' ? [value.text] : []));
  return texts.length === items.length && texts.length > 0 ? texts : undefined;
}

/** The value without its spans. Recursion is bounded: the guard lets nothing through that nests deeper than 64. */
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
