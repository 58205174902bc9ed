/** A description that the file already has, only in another place than the host reads. */

import type { Agent } from '../agent/agent';
import type { Entry, Value } from '../syntax/tree';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';

/** UTF-16 units; a longer text is more than a description. */
const MAX_LENGTH = 1_000;

/** UTF-16 units; a shorter paragraph says too little. */
const MIN_PARAGRAPH = 20;

export interface FoundText {
  /** As a YAML value on one line. */
  readonly yaml: string;
  /** Where it is, after "from". */
  readonly place: string;
}

/**
 * The text of a nested field of this name, or else the first paragraph of the body, unless that speaks to the agent.
 * @param key The field that is missing.
 */
export function foundDescription({ file, entries }: Agent, key: string): FoundText | undefined {
  for (const { key: outer, value } of entries()) {
    const text = nestedText(value, key);
    if (text !== undefined) return { yaml: yamlOf(text), place: quoted(outer) };
  }
  const first = file.body.blocks.find(({ kind }) => kind !== 'blank' && kind !== 'heading');
  if (first?.kind !== 'paragraph') return undefined;
  const text = oneLine(textAt(file.source.text, first.span));
  return text === undefined || text.length < MIN_PARAGRAPH || speaksToAgent(text)
    ? undefined
    : { yaml: yamlOf(text), place: 'the first paragraph' };
}

function nestedText(value: Value, key: string): string | undefined {
  const nested = value.kind === 'mapping' ? value.entries.find((entry: Entry) => entry.key === key)?.value : undefined;
  return nested?.kind === 'scalar' && nested.type === 'string' ? oneLine(nested.text) : undefined;
}

/** The words in one line; undefined when there are none, too many, or Markdown that would be text in a field. */
function oneLine(text: string): string | undefined {
  const line = text.split(/\s+/).join(' ').trim();
  return line === '' || line.length > MAX_LENGTH || /[<>[\]|`*_]/.test(line) ? undefined : line;
}

/** "You are …": an instruction to the agent does not say when it is used. */
const speaksToAgent = (text: string): boolean => /^(?:you|your|act|as an?|i am|i'm|welcome)\b/i.test(text);

const yamlOf = (text: string): string =>
  /^[A-Za-z]/.test(text) && !/: |:$| #|\\/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
