/** The one repair that the programs try when YAML fails: values with a colon are written in another way. */
import { type Edit, insertAt } from '../../text/edits';
import { lineFrom } from '../../text/lines';
import { span } from '../../text/span';

/** How a value is written again: as a block, or in double quotes. */
export type Repair = 'block' | 'quotes';

/**
 * The edits that the program makes in the lines between the dashes, in the order of their spans; undefined when it changes nothing, so
 * that it does not try again. It also writes every line end as LF.
 * @param block Begins with the line end after the opening dashes.
 */
export function repairsOf(block: string, repair: Repair): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const first = lineFrom(block, 0).next;
  for (let line = lineFrom(block, first); line.start < block.length; line = lineFrom(block, line.next)) {
    const text = block.slice(line.start, line.end);
    const [, head = '', written = ''] = /^([a-zA-Z_][a-zA-Z0-9_]*\s*:\s*)(.*)$/.exec(text) ?? [];
    const value = written.trim();
    if (head === '' || value === '>' || value === '|' || /^["']/.test(value) || !value.includes(':')) continue;
    const start = line.start + head.length;
    const end = start + value.length;
    const key = head.slice(0, head.indexOf(':')).trimEnd();
    edits.push({ span: span(line.start + key.length, start), newText: ': ' });
    edits.push(insertAt(start, repair === 'block' ? '|-\n  ' : block[start] === '\\' ? '"\\' : '"'));
    if (repair === 'quotes') {
      for (let at = start + 1; at < end; at++) if (/["\\]/.test(block.charAt(at))) edits.push(insertAt(at, '\\'));
    }
    const close = repair === 'quotes' ? '"' : '';
    if (close !== '' || end < line.end) edits.push({ span: span(end, line.end), newText: close });
  }
  return edits.length > 0 || block.slice(first).includes('\r\n') ? edits : undefined;
}
