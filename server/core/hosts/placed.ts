/** Puts what was read in repaired text back where it is in the file. */
import type { Entry, Value } from '../syntax/tree';
import { type Span, span } from '../text/span';

/**
 * An entry of repaired text with its spans in the file, where what the repair added is not: a value that it
 * quoted, or made a block, is plain there.
 * @param original From an offset in the repaired text to one in the file.
 */
export function placed(entry: Entry, original: (offset: number) => number, text: string): Entry {
  const back = ({ start, end }: Span): Span => span(original(start), original(end));
  const valueAt = (value: Value): Value => {
    const at = back(value.span);
    switch (value.kind) {
      case 'scalar': {
        const isMade =
          (value.style === 'double' || value.style === 'literal') && text.slice(at.start, at.end) === value.text;
        return isMade
          ? { ...value, style: 'plain', span: at, inner: at }
          : { ...value, span: at, inner: back(value.inner) };
      }
      case 'sequence':
        return {
          ...value,
          span: at,
          items: value.items.map((item) => ({ span: back(item.span), value: valueAt(item.value) })),
        };
      case 'mapping':
        return { ...value, span: at, entries: value.entries.map((inner) => placed(inner, original, text)) };
      default:
        return { ...value, span: at };
    }
  };
  return { key: entry.key, keySpan: back(entry.keySpan), value: valueAt(entry.value), span: back(entry.span) };
}
