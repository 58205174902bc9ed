/**
 * How Codex reads and loads the file of a skill. It is stricter than our YAML about control characters and known keys that are there
 * twice, and where a field cannot be used it tries again with quotes around values.
 */
import { excess } from '../../syntax/frontMatter/guard';
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { lineFrom, skipSpaces } from '../../text/lines';
import { baseNameOf } from '../../text/paths';
import { type Span, span } from '../../text/span';
import type { Format } from '../host';
import { faultOfFields, loadedWith, lost } from '../loading';
import { fieldsOf, type Objection, type Obstacle, type Reading } from '../reading';
import { excessMarks, loneReturn, unseen } from '../unseen';
import type { LoadVerdict } from '../verdict';

/** The block is between the first line and the next one that have nothing but three dashes and white space. */
export function readAsCodexSkill({ source: { text } }: AgentFile): Reading {
  const first = lineFrom(text, 0);
  if (!isDashes(text, first)) return unseen(obstacleIn(text));
  const content = { start: first.next, end: first.next };
  for (let line = lineFrom(text, first.next); line.start < text.length; line = lineFrom(text, line.next)) {
    if (isDashes(text, line)) {
      const start = skipSpaces(text, line.start, line.end);
      return readBlock(text, span(content.start, line.start), span(start, start + 3));
    }
    if (line.next === line.end) break;
  }
  return unseen();
}

/** Whether the program takes the line for dashes. It knows no line that ends in a CR alone. */
const isDashes = (text: string, { start, end }: Span): boolean =>
  text.slice(start, end).trim() === '---' && !text.startsWith('\uFEFF', start) && !isLoneReturn(text, end);

const isLoneReturn = (text: string, at: number): boolean => text[at] === '\r' && text[at + 1] !== '\n';

/** Why the program does not see the block although the dashes are there. */
const obstacleIn = (text: string): Obstacle | undefined =>
  excessMarks(text, 0) ?? (/^---[ \t]*\r(?!\n)/.test(text) ? loneReturn(span(0, 3)) : undefined);

/** Reads the block as it is, and when a field cannot be used then with quotes around some values. */
function readBlock(text: string, content: Span, closer: Span): Reading {
  if (excess(text.slice(content.start, content.end)) !== undefined) return { kind: 'unread', closer };
  const plain = parsed(text, content, closer);
  if (plain.kind === 'read' && !plain.entries.some(isUnusable)) return plain;
  const values = unquotedValues(text, content);
  if (values.length === 0) return plain;
  const masked = parsed(text, content, closer, values);
  return masked.kind === 'read' ? masked : plain;
}

/** A value of a known field that is a list or a mapping where a text belongs, which lets the program try again. */
const isUnusable = ({ key, value }: Entry): boolean =>
  (key === NAME || key === DESCRIPTION) && (value.kind === 'sequence' || value.kind === 'mapping');

const NAME = 'name';
const DESCRIPTION = 'description';

/** The fields that must not be there twice; the program does not look at others. */
const KNOWN: readonly string[] = [NAME, DESCRIPTION, 'metadata'];

/** @param values Values that always count as text. */
function parsed(text: string, content: Span, closer: Span, values: readonly Span[] = []): Reading {
  const inner = values.length === 0 ? undefined : maskedBlock(text, content, values);
  const { entries, problems, dangling } = readYaml(text, content, inner);
  const objection = controlIn(text, content) ?? endIn(text, content) ?? oddKeyIn(text, entries);
  if (objection !== undefined) return { kind: 'broken', closer, objection };
  if (problems.some(({ code }) => code === 'limit')) return { kind: 'unread', closer };
  if (dangling.length > 0 || problems.some(({ code }) => code === 'yaml')) return { kind: 'broken', closer };
  if (problems.length > 0) return { kind: 'not-a-mapping', repaired: values.length > 0, closer };
  const keys = entries.map(({ key }) => key).filter((key) => KNOWN.includes(key));
  if (new Set(keys).size < keys.length) return { kind: 'broken', closer };
  const starts = new Map(values.map((value) => [value.start, value]));
  const read = values.length === 0 ? entries : entries.map((entry) => unmasked(text, entry, starts));
  // A merge key is a key like any other that the program does not know, and merges nothing.
  return { kind: 'read', repaired: values.length > 0, entries: read.filter(({ key }) => key !== '<<'), closer };
}

/** The block with each of the values replaced by a text in quotes of the same length. */
function maskedBlock(text: string, content: Span, values: readonly Span[]): string {
  let masked = '';
  let at = content.start;
  for (const { start, end } of values) {
    const length = end - start;
    masked += text.slice(at, start) + (length < 2 ? 'x' : `'${'x'.repeat(length - 2)}'`);
    at = end;
  }
  return masked + text.slice(at, content.end);
}

function unmasked(text: string, entry: Entry, values: ReadonlyMap<number, Span>): Entry {
  return { ...entry, value: unmaskedValue(text, entry.value, values) };
}

/** Recursion is bounded by the guard. */
function unmaskedValue(text: string, value: Value, values: ReadonlyMap<number, Span>): Value {
  if (value.kind === 'mapping')
    return { ...value, entries: value.entries.map((entry) => unmasked(text, entry, values)) };
  const place = value.kind === 'scalar' ? values.get(value.span.start) : undefined;
  return value.kind === 'scalar' && place !== undefined
    ? { ...value, style: 'plain', text: text.slice(place.start, place.end), type: 'string', inner: place }
    : value;
}

/** The values that the program puts in quotes: one line each, with a colon and a space, or with a first character of YAML. */
function unquotedValues(text: string, content: Span): readonly Span[] {
  const values: Span[] = [];
  for (let line = lineFrom(text, content.start); line.start < content.end; line = lineFrom(text, line.next)) {
    const written = text.slice(line.start, line.end);
    const [, before, rest] = /^([ \t]*[^\s:#][^:]*:[ \t]+)(\S.*)$/.exec(written) ?? [];
    const value = rest === undefined ? '' : withoutComment(rest);
    if (before === undefined || !needsQuotes(value)) continue;
    const start = line.start + before.length;
    values.push(span(start, start + value.length));
  }
  return values;
}

/** The value without a comment and white space after it. */
function withoutComment(rest: string): string {
  const at = rest.search(/[ \t]#/);
  return (at < 0 ? rest : rest.slice(0, at)).trimEnd();
}

function needsQuotes(value: string): boolean {
  if (/^["'|>#]/.test(value)) return false;
  if (/:[ \t]/.test(value) || /^[@`]/.test(value)) return true;
  return /^[[{]/.test(value) && !isBracketed(value);
}

/** Whether the bracket at the start is closed by the last character, and not before. */
function isBracketed(value: string): boolean {
  let depth = 0;
  for (const [i, char] of [...value].entries()) {
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    if (depth === 0) return i === [...value].length - 1;
  }
  return false;
}

/** The first control character, which the program allows nowhere. */
function controlIn(text: string, { start, end }: Span): Objection | undefined {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) || code === 0x7f)
      return { span: span(at, at + 1), what: 'it allows no control characters; remove this one' };
  }
  return undefined;
}

/** Three dots or dashes after which another YAML document begins. */
function endIn(text: string, { start, end }: Span): Objection | undefined {
  const block = text.slice(start, end);
  const dots = block.search(/^\.{3}[ \t]*\r?$/m);
  const isEnd = dots >= 0 && /^[ \t]*[^\s#]/m.test(block.slice(dots + 3));
  const at = isEnd ? dots : block.search(/^---(?=[ \t\r\n])/m);
  return at < 0
    ? undefined
    : { span: span(start + at, start + at + 3), what: 'another YAML document begins here, which it does not expect' };
}

/** A key that is a list or a mapping. */
function oddKeyIn(text: string, entries: readonly Entry[]): Objection | undefined {
  const odd = entries.find(({ key, keySpan }) => key === '' && /[[{]/.test(text.charAt(keySpan.start)));
  return odd && { span: odd.keySpan, what: 'a key cannot be a list or a mapping' };
}

/** The verdict on a skill; undefined when the file alone does not decide. */
export function skillVerdict(
  { source }: AgentFile,
  reading: Reading,
  path: string | undefined,
  format: Format,
): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'unseen') return lost('not-an-agent', 'The file does not begin with frontmatter.', null);
  if (reading.kind !== 'read') return lost('yaml', 'The frontmatter is not valid YAML for this program.', null);
  const fields = fieldsOf(source.text, reading.entries);
  const written = fields.value(NAME);
  const name = written?.kind === 'scalar' && written.type !== 'null' ? oneLine(written.text) : '';
  const folder = path === undefined ? undefined : baseNameOf(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const shown = name === '' ? (folder ?? null) : name;
  const fault = faultOfFields(fields, reading.entries, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, shown);
  return {
    ...loadedWith(shown, { inherited: true, effective: [], dropped: [], withheld: [] }),
    shown: { name: shown ?? '', parts: ['skill'] },
  };
}

/** The text with single spaces in place of other white space. */
export const oneLine = (text: string): string => text.trim().split(/\s+/).join(' ');
