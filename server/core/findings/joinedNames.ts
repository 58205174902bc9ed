/** The fix for names that stand together in a list without a comma. */

import { frameOf } from '../syntax/lists/frame';
import type { Item } from '../syntax/lists/items';
import type { Entry } from '../syntax/tree';
import type { Edit, Fix } from '../text/edits';
import { type Span, span, textAt } from '../text/span';

/** Puts commas between the names of one item. Undefined when one of them cannot be written without quotes. */
export function separateNames(text: string, entry: Entry, item: Item, names: readonly string[]): Fix | undefined {
  const edit = isPlain(names) ? separated(text, entry, item.span, item.text, names) : undefined;
  return edit === undefined ? undefined : { title: 'Separate the names with commas', safe: false, edits: [edit] };
}

/** Whether all names can be written without quotes. */
const isPlain = (names: readonly string[]): boolean =>
  names.every((name) => /^\w[\w.-]*(?:\*|\([^()\r\n#"'\\]*\))?$/.test(name) && !/: |:$/.test(name));

/** Writes the names with commas: in place, or for a text with escapes or kept line breaks instead of the whole value. */
function separated(text: string, entry: Entry, at: Span, written: string, names: readonly string[]): Edit | undefined {
  const newText = names.join(', ');
  if (textAt(text, at) === written) return { span: at, newText };
  const frame = entry.value.kind === 'scalar' ? frameOf(text, entry) : undefined;
  return frame === undefined ? undefined : { span: span(frame.colon, frame.end), newText: ` ${newText}` };
}
