/** The edits that convert a mapping of MCP servers, or bare names, to the list that the host expects. */

import type { Entry, Mapping, Scalar, Value } from '../syntax/tree';
import { type Edit, insertAt } from '../text/edits';
import { lineFrom } from '../text/lines';
import { span } from '../text/span';

/** The edits keep every character of the definitions. Undefined when a conversion would have to guess. */
export function listOfServers(text: string, value: Value): readonly Edit[] | undefined {
  if (value.kind === 'scalar') return fromWord(value);
  if (value.kind !== 'mapping' || !value.entries.every(isDefinition)) return undefined;
  return value.style === 'flow' ? fromFlow(text, value) : fromBlock(text, value);
}

const isDefinition = ({ key, value }: Entry): boolean => key !== '' && key !== '<<' && value.kind === 'mapping';

function fromWord({ type, text, style, span: whole }: Scalar): readonly Edit[] | undefined {
  if (type !== 'string' || style === 'literal' || style === 'folded') return undefined;
  const names = text.split(',').map((name) => name.trim());
  return names.every((name) => /^[\w.-]+$/.test(name))
    ? [{ span: whole, newText: `[${names.join(', ')}]` }]
    : undefined;
}

function fromFlow(text: string, { span: whole, entries }: Mapping): readonly Edit[] | undefined {
  if (text[whole.start] !== '{' || text[whole.end - 1] !== '}') return undefined;
  return [
    { span: span(whole.start, whole.start + 1), newText: '[' },
    ...entries.flatMap((entry) => [insertAt(entry.span.start, '{ '), insertAt(entry.span.end, ' }')]),
    { span: span(whole.end - 1, whole.end), newText: ']' },
  ];
}

/** Puts a dash before each key and indents its other non-empty lines by two more columns. */
const fromBlock = (text: string, { entries }: Mapping): readonly Edit[] =>
  entries.flatMap((entry) => {
    const edits = [insertAt(entry.span.start, '- ')];
    let line = lineFrom(text, lineFrom(text, entry.span.start).next);
    while (line.start < entry.span.end && line.next > line.start) {
      if (line.end > line.start) edits.push(insertAt(line.start, '  '));
      line = lineFrom(text, line.next);
    }
    return edits;
  });
