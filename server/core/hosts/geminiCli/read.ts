/** How Gemini CLI reads and loads an agent file, with the YAML of `strictYaml.ts`. */
import type { AgentFile } from '../../syntax/tree';
import { lineFrom } from '../../text/lines';
import { quoted } from '../../text/quoted';
import { type Span, span } from '../../text/span';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { faultOfFields, loadedWith, lost, textOf } from '../loading';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { readStrictly } from '../strictYaml';
import { strictBlock } from '../unseen';
import { unknownVariables } from '../variables';
import type { LoadVerdict } from '../verdict';

/**
 * The block must begin at the first character, with dashes and a line end only, and ends at the next line that begins with
 * dashes.
 */
export function readAsGeminiCli(file: AgentFile): Reading {
  const block = strictBlock(file);
  if ('kind' in block) return block;
  const { text } = file.source;
  const reading = readStrictly(text, block.content, block.closer);
  return reading.kind === 'read' ? { ...reading, ...afterCloser(text, block.closer.end) } : reading;
}

/** The body begins after a line end that follows the dashes directly; after anything else there is none. */
function afterCloser(text: string, at: number): { readonly afterCloser?: Span } {
  if (at >= text.length || /^\r?\n/.test(text.slice(at, at + 2))) return {};
  return { afterCloser: span(at, Math.max(at + 1, lineFrom(text, at).end)) };
}

/** Whether the agent is local or remote; a remote one has the URL of its agent card, the card itself or neither. */
export function kindOfAgent(reading: Reading): 'local' | 'url' | 'json' | 'no-card' {
  if (reading.kind !== 'read') return 'local';
  const { value } = fieldsOf('', reading.entries);
  const card =
    value('agent_card_json') !== undefined ? 'json' : value('agent_card_url') !== undefined ? 'url' : 'no-card';
  const kind = value('kind');
  const written = kind?.kind === 'scalar' ? kind.text : undefined;
  if (written === 'remote') return card;
  return written === undefined && card !== 'no-card' ? card : 'local';
}

/** The verdict on a local agent; undefined when the file alone does not decide. */
export function verdict({ source }: AgentFile, reading: Reading, format: Format): LoadVerdict | undefined {
  if (reading.kind === 'not-a-mapping') return listVerdict(source.text, reading);
  const fields = fieldsIn(source.text, reading, format);
  if (fields === undefined || 'verdict' in fields) return fields;
  const name = textOf(fields.value('name'));
  const { refused: _never, ...tools } = effectiveTools(fields, format);
  const body = reading.kind === 'read' ? bodyFault(source.text, reading, format) : undefined;
  if (body !== undefined) return { ...lost('body', body, name), tools };
  return loadedWith(name, tools);
}

/** The verdict on a remote agent. Whether a valid file becomes an agent depends on the card. */
export function remoteVerdict({ source }: AgentFile, reading: Reading, format: Format): LoadVerdict | undefined {
  const fields = fieldsIn(source.text, reading, format);
  return fields !== undefined && 'verdict' in fields ? fields : undefined;
}

/** A list contains remote agents. Their fields are not checked. */
function listVerdict(text: string, { closer }: { readonly closer: Span }): LoadVerdict | undefined {
  const isOfCards =
    /^\s*(?:-|\[)/.test(text.slice(3, closer.start)) && /\bagent_card_(?:url|json)\b/.test(text.slice(3, closer.start));
  return isOfCards ? undefined : lost('yaml', 'The frontmatter has no fields.', null);
}

/** The fields, or the verdict when one of them stops the file from loading; undefined when that cannot be known. */
function fieldsIn(text: string, reading: Reading, format: Format): Fields | LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'unseen') return lost('not-an-agent', 'The file does not begin with frontmatter.', null);
  if (reading.kind !== 'read') return lost('yaml', 'The frontmatter is not valid YAML for this program.', null);
  const fields = fieldsOf(text, reading.entries);
  const name = textOf(fields.value('name'));
  const fault = faultOfFields(fields, reading.entries, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  return reading.entries.some(({ key }) => key === '<<') ? undefined : fields;
}

/** Why every start of a listed agent fails. */
function bodyFault(text: string, reading: Extract<Reading, { kind: 'read' }>, { on }: Format): string | undefined {
  const { closer, afterCloser: odd } = reading;
  if (odd !== undefined || text.slice(closer.end).trim() === '')
    return 'The agent has no prompt, so it cannot be started.';
  const [variable] = unknownVariables(text, closer.end, on.unknownVariable ?? { known: [] });
  return variable === undefined
    ? undefined
    : `${quoted(`\${${variable.name}}`)} in the body is unknown, so the agent cannot be started.`;
}
