/** Reads frontmatter line by line, as Factory droid does where it is not valid YAML. */
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { Entry, ScalarStyle, Sequence, SequenceItem, Value } from '../../syntax/tree';
import { lineFrom } from '../../text/lines';
import { type Span, span } from '../../text/span';

/** The fields whose values are lists. */
const LISTS: readonly string[] = ['tools', 'mcpServers'];

/** A list whose items are on the lines below its key. */
interface OpenList {
  readonly key: Span;
  readonly name: string;
  readonly items: SequenceItem[];
}

/**
 * The fields in the lines between the dashes. What stands before the first colon of a line is a key, wherever the line is.
 * @param isField Keys of other lines are left out: most of them are no keys, but words of a text that runs on.
 */
export function readLines(text: string, content: Span, isField: (key: string) => boolean): readonly Entry[] {
  const entries: Entry[] = [];
  let open: OpenList | undefined;
  const close = (): void => {
    if (open !== undefined) entries.push(entryOf(open.name, open.key, listOf(open)));
    open = undefined;
  };
  for (let at = content.start; at < content.end; ) {
    const line = lineFrom(text, at);
    at = line.next;
    const part = trimmed(text, span(line.start, Math.min(line.end, content.end)));
    const written = text.slice(part.start, part.end);
    if (written === '' || written.startsWith('#')) continue;
    if (open !== undefined && written.startsWith('- ')) {
      open.items.push({ value: textIn(text, trimmed(text, span(part.start + 1, part.end))), span: part });
      continue;
    }
    const colon = written.indexOf(':');
    if (colon < 0) continue;
    close();
    const key = trimmed(text, span(part.start, part.start + colon));
    const name = text.slice(key.start, key.end);
    if (!isField(name)) continue;
    const rest = trimmed(text, span(part.start + colon + 1, part.end));
    if (LISTS.includes(name) && rest.start === rest.end) open = { key, name, items: [] };
    else entries.push(entryOf(name, key, valueIn(text, name, part, rest)));
  }
  close();
  return entries;
}

/** What the value on the line of a key is. */
function valueIn(text: string, name: string, line: Span, rest: Span): Value {
  const value = textIn(text, rest);
  if (value.kind !== 'scalar') return value;
  if (/^[[{]/.test(value.text) && isJson(value.text)) {
    const [entry] = readYaml(text, line).entries;
    if (entry !== undefined) return entry.value;
  }
  if (value.text === 'true' || value.text === 'false') return { ...value, type: 'boolean' };
  return LISTS.includes(name) && !value.text.startsWith('[') ? partsOf(text, value.inner, rest) : value;
}

function isJson(written: string): boolean {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}

/** A text, without one pair of quotes around it. */
function textIn(text: string, whole: Span): Value {
  const written = text.slice(whole.start, whole.end);
  const quote = written.length > 1 && written.endsWith(written.charAt(0)) ? written.charAt(0) : '';
  const style: ScalarStyle = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
  const inner = style === 'plain' ? whole : span(whole.start + 1, whole.end - 1);
  return { kind: 'scalar', style, text: text.slice(inner.start, inner.end), type: 'string', span: whole, inner };
}

/** The parts between commas, as a list. */
function partsOf(text: string, inner: Span, whole: Span): Sequence {
  let at = inner.start;
  const items = text
    .slice(inner.start, inner.end)
    .split(',')
    .map((part): SequenceItem => {
      const item = trimmed(text, span(at, at + part.length));
      at += part.length + 1;
      const value: Value = {
        kind: 'scalar',
        style: 'plain',
        text: text.slice(item.start, item.end),
        type: 'string',
        span: item,
        inner: item,
      };
      return { value, span: item };
    });
  return { kind: 'sequence', style: 'flow', items, span: whole };
}

const listOf = ({ key, items }: OpenList): Sequence => ({
  kind: 'sequence',
  style: 'block',
  items,
  span: span(items[0]?.span.start ?? key.end + 1, items.at(-1)?.span.end ?? key.end + 1),
});

const entryOf = (key: string, keySpan: Span, value: Value): Entry => ({
  key,
  keySpan,
  value,
  span: span(keySpan.start, Math.max(keySpan.end, value.span.end)),
});

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return span(from, Math.max(from, start + part.trimEnd().length));
}
