/** How Gemini CLI reads and loads an agent file. */
import { excess } from '../../syntax/frontMatter/guard';
import { readYaml } from '../../syntax/frontMatter/yaml';
import { listItems } from '../../syntax/lists/items';
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { lineFrom } from '../../text/lines';
import { quoted } from '../../text/quoted';
import { type Span, span } from '../../text/span';
import { effectiveTools } from '../effectiveTools';
import type { Field } from '../field';
import type { Format } from '../host';
import { lookup } from '../lookup';
import { type Fields, fieldsOf, type Objection, type Reading } from '../reading';
import { faultOf } from '../shapes';
import { classifyTool } from '../toolName';
import { unknownVariables } from '../variables';
import type { LoadVerdict, LossCause } from '../verdict';

/**
 * The block must begin at the first character, with dashes and a line end only, and ends at the next line that begins with
 * dashes.
 */
export function readAsGeminiCli({ source: { text }, frontMatter }: AgentFile): Reading {
  const [opener] = /^---\r?\n/.exec(text) ?? [];
  if (opener === undefined) return unseen(text);
  const start = opener.length;
  const end = text.indexOf('\n---', start);
  // Lines that end in a lone CR have an end for us and none for the program.
  if (end < 0)
    return frontMatter?.closer !== undefined && frontMatter.closer.start > start
      ? { kind: 'unseen', obstacle: { kind: 'line-ends', span: frontMatter.closer } }
      : { kind: 'unseen' };
  const content = span(start, end > start && text[end - 1] === '\r' ? end - 1 : end);
  const closer = span(end + 1, end + 4);
  if (excess(text.slice(content.start, content.end)) !== undefined) return { kind: 'unread', closer };
  const { entries, problems, dangling } = readYaml(text, content);
  if (problems.some(({ code }) => code === 'limit')) return { kind: 'unread', closer };
  if (dangling.length > 0 || problems.some(({ code }) => code === 'yaml')) return { kind: 'broken', closer };
  if (problems.length > 0) return { kind: 'not-a-mapping', repaired: false, closer };
  if (hasDuplicate(entries)) return { kind: 'broken', closer };
  const objection = unprintableIn(text, content);
  if (objection !== undefined) return { kind: 'broken', closer, objection };
  const tags = tagsIn(text, content, entries).filter(({ name, isOfScalar }) => name !== '!!str' || !isOfScalar);
  const unknown = tags.find(({ name }) => !KNOWN_TAG.test(name));
  if (unknown !== undefined)
    return {
      kind: 'broken',
      closer,
      objection: { span: unknown.span, what: 'it does not know this tag; put the value in quotes' },
    };
  // The effect of other tags is not known.
  if (tags.length > 0) return { kind: 'unread', closer };
  return { kind: 'read', repaired: false, entries: merged(entries), closer, ...afterCloser(text, closer.end) };
}

/** Why the program does not see the block although the dashes are there. */
function unseen(text: string): Reading {
  const [marks = ''] = /^\uFEFF*/.exec(text) ?? [];
  if (!text.startsWith('---', marks.length)) return { kind: 'unseen' };
  if (marks !== '')
    return { kind: 'unseen', obstacle: { kind: 'byte-order-mark', span: span(0, marks.length), marks: 0 } };
  const [, spaces = '', cr] = /^---([ \t]*)(\r?)/.exec(text) ?? [];
  const end = 3 + spaces.length;
  if (spaces !== '' && /^(?:\r|\n|$)/.test(text.slice(end, end + 1)))
    return { kind: 'unseen', obstacle: { kind: 'opener-spaces', span: span(3, end) } };
  return cr === '\r' ? { kind: 'unseen', obstacle: { kind: 'line-ends', span: span(0, 3) } } : { kind: 'unseen' };
}

/** The body begins after a line end that follows the dashes directly; after anything else there is none. */
function afterCloser(text: string, at: number): { readonly afterCloser?: Span } {
  if (at >= text.length || /^\r?\n/.test(text.slice(at, at + 2))) return {};
  return { afterCloser: span(at, Math.max(at + 1, lineFrom(text, at).end)) };
}

/** Whether a key of the frontmatter, or of a map in it, is written twice. */
function hasDuplicate(entries: readonly Entry[]): boolean {
  const keys = entries.map(({ key }) => key).filter((key) => key !== '<<');
  return new Set(keys).size < keys.length || entries.some(({ value }) => mapsIn(value).some(hasDuplicate));
}

/** The maps in a value, without those inside another one. */
function mapsIn(value: Value): readonly (readonly Entry[])[] {
  if (value.kind === 'mapping') return [value.entries];
  return value.kind === 'sequence' ? value.items.flatMap((item) => mapsIn(item.value)) : [];
}

/** The first character that the program's YAML allows nowhere, such as a control character. */
function unprintableIn(text: string, { start, end }: Span): Objection | undefined {
  for (let at = start; at < end; at++) {
    if (!isPrintable(text.charCodeAt(at)))
      return { span: span(at, at + 1), what: 'it allows no control characters; remove this one' };
  }
  return undefined;
}

/** Tab, line feed, carriage return and next line are the only control characters that count as printable. */
const isPrintable = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) || [0x09, 0x0a, 0x0d, 0x85].includes(code) || (code >= 0xa0 && code < 0xfffe);

interface Tag {
  readonly name: string;
  readonly span: Span;
  /** Whether it is before a scalar value, of which `!!str` makes a text. */
  readonly isOfScalar: boolean;
}

/** The tags of keys and values: what begins with `!` outside of them and of comments. */
function tagsIn(text: string, content: Span, entries: readonly Entry[]): readonly Tag[] {
  const parts = partsOf(entries);
  const starts = [content.start, ...parts.map(({ span }) => span.end)];
  return starts.flatMap((start, i): readonly Tag[] => {
    const next = parts[i];
    const gap = text
      .slice(start, next?.span.start ?? content.end)
      .replaceAll(/#[^\r\n]*/g, (note) => ' '.repeat(note.length));
    return [...gap.matchAll(/!(?:<[^>]*>|[^\s,[\]{}]*)/g)].map(({ 0: name, index }) => ({
      name,
      span: span(start + index, start + index + name.length),
      isOfScalar: next?.isValue === true,
    }));
  });
}

interface Part {
  readonly span: Span;
  readonly isValue: boolean;
}

/** The keys and the values without parts of their own, in file order. */
const partsOf = (entries: readonly Entry[]): readonly Part[] =>
  entries.flatMap(({ keySpan, value }) => [{ span: keySpan, isValue: false }, ...partsOfValue(value)]);

function partsOfValue(value: Value): readonly Part[] {
  if (value.kind === 'mapping') return partsOf(value.entries);
  if (value.kind === 'sequence') return value.items.flatMap((item) => partsOfValue(item.value));
  return [{ span: value.span, isValue: value.kind === 'scalar' }];
}

const KNOWN_TAG = /^!!(?:str|int|float|bool|null|map|seq|timestamp|merge|binary|omap|pairs|set)$/;

/** The entries with those of a merge key (`<<: {…}`) before them, so that a key of the mapping itself comes last and wins. */
const merged = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.flatMap(({ key, value }) => (key === '<<' && value.kind === 'mapping' ? value.entries : [])),
  ...entries.filter(({ key, value }) => key !== '<<' || value.kind === 'alias'),
];

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
  const reasons = tools.dropped.map((one) => `${quoted(one.name)} is ignored: ${one.why}`);
  return {
    verdict: reasons.length === 0 ? 'loads' : 'loads-with-losses',
    cause: null,
    reason: reasons.length === 0 ? null : `${reasons.join('; ')}.`,
    name,
    tools,
  };
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
  const fault = fieldFault(fields, reading.entries, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  return reading.entries.some(({ key }) => key === '<<') ? undefined : fields;
}

interface LoadFault {
  readonly cause: LossCause;
  readonly reason: string;
}

const causes: Readonly<Record<string, LossCause>> = { identity: 'name', purpose: 'description', allow: 'tools' };

const causeOf = ({ role }: Field): LossCause => (role === undefined ? 'fields' : (causes[role] ?? 'fields'));

/** The first of the faults for which the file is not loaded. */
function fieldFault(fields: Fields, entries: readonly Entry[], format: Format): LoadFault | undefined {
  const isMerged = entries.some(({ key }) => key === '<<');
  const unknown = entries.find(({ key }) => key !== '<<' && lookup(format.fields, key) === undefined);
  if (unknown !== undefined)
    return { cause: 'fields', reason: `${quoted(unknown.key)} is not a field of this format.` };
  for (const [key, field] of Object.entries(format.fields)) {
    const value = fields.value(key);
    if (value === undefined && field.required === true && !isMerged)
      return { cause: causeOf(field), reason: `\`${key}\` is missing.` };
    const fault = value === undefined ? undefined : faultOf(field, value);
    if (fault !== undefined) return { cause: causeOf(field), reason: `The value of \`${key}\` is ${fault.what}.` };
    const word = value === undefined || field.shape.kind !== 'tools' ? undefined : unusable(fields.text, value, format);
    if (word !== undefined) return { cause: 'tools', reason: `${quoted(word)} is not a tool of this program.` };
  }
  return undefined;
}

/** The first name of a list that the program does not accept. */
function unusable(text: string, value: Value, format: Format): string | undefined {
  return listItems(text, value, format.splitsNamesAt).find(({ text: word }) => {
    const found = classifyTool(word, format);
    if (found.kind === 'mcp') return format.mcp.fault(word) !== undefined;
    if (found.kind === 'retired') return found.retired.state !== 'alias works' || found.name !== word;
    return found.kind !== 'tool' && found.kind !== 'wildcard';
  })?.text;
}

/** Why every start of a listed agent fails. */
function bodyFault(text: string, reading: Extract<Reading, { kind: 'read' }>, { on }: Format): string | undefined {
  const { closer, afterCloser: odd } = reading;
  if (odd !== undefined || text.slice(closer.end).trim() === '')
    return 'The agent has no prompt, so it cannot be started.';
  const [variable] = unknownVariables(text, closer.end, on.unknownVariable?.known ?? []);
  return variable === undefined
    ? undefined
    : `${quoted(`\${${variable.name}}`)} in the body is unknown, so the agent cannot be started.`;
}

const lost = (cause: LossCause, reason: string, name: string | null): LoadVerdict => ({
  verdict: 'does-not-load',
  cause,
  reason,
  name,
  tools: { inherited: false, effective: [], dropped: [], withheld: [] },
});

/** The text of a value that YAML reads as text; null for anything else. */
const textOf = (value: Value | undefined): string | null =>
  value?.kind === 'scalar' && value.type === 'string' ? value.text : null;
