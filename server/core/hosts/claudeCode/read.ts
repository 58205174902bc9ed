/** How Claude Code reads frontmatter: its own rule for where the block ends, YAML, and one attempt at repair when that fails. */
import { excess } from '../../syntax/frontMatter/guard';
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { AgentFile, Entry, FrontMatter } from '../../syntax/tree';
import { append } from '../../text/append';
import { applyEdits, type Edit, insertAt, originalOffsets } from '../../text/edits';
import { lineFrom } from '../../text/lines';
import { type Span, span } from '../../text/span';
import { placed } from '../placed';
import type { Obstacle, Reading } from '../reading';

/** Reads the frontmatter as Claude Code does; the recorded runs beside the project hold it to that. */
export function readAsClaudeCode(file: AgentFile): Reading {
  const { frontMatter, source } = file;
  const closer = frontMatter === undefined ? undefined : closerIn(source.text, frontMatter);
  if (frontMatter === undefined || frontMatter.language !== '') return { kind: 'unseen' };
  const obstacle = obstacleIn(file, frontMatter);
  if (obstacle !== undefined) return { kind: 'unseen', obstacle };
  if (closer === undefined) return { kind: 'unseen' };
  const dots = documentEndIn(source.text, span(frontMatter.content.start, closer.start));
  if (dots !== undefined) return { kind: 'broken', closer, objection: { span: dots, what: TEXT_AFTER_DOTS } };
  if (file.problems.length === 0 && frontMatter.entries.some(dependsOnAlias)) return { kind: 'unread', closer };
  if (closer.start === frontMatter.closer?.start && file.problems.length === 0)
    return { kind: 'read', repaired: false, entries: merged(frontMatter.entries), closer };
  return readBlock(source.text, span(frontMatter.content.start, closer.start), closer);
}

function readBlock(text: string, content: Span, closer: Span): Reading {
  const block = text.slice(content.start, content.end);
  if (excess(block) !== undefined) return { kind: 'unread', closer };
  const first = parse(text, content);
  if (first !== undefined) return { ...first, repaired: false, closer };
  // The program's YAML takes a comma at the start of a value for text, without a repair.
  const commas = commaValues(block);
  const lenient = commas.length === 0 ? undefined : readEdited(text, content, commas, closer);
  return lenient?.kind === 'read' ? lenient : readEdited(text, content, repairs(block), closer);
}

/** Reads the block after edits, with spans in the file. */
function readEdited(text: string, content: Span, edits: readonly Edit[], closer: Span): Reading {
  const edited = applyEdits(text.slice(content.start, content.end), edits);
  if (excess(edited) !== undefined) return { kind: 'unread', closer };
  const found = parse(edited, span(0, edited.length));
  if (found === undefined) return { kind: 'broken', closer };
  if (found.kind === 'not-a-mapping') return { ...found, repaired: true, closer };
  const original = originalOffsets(edits);
  const entries = found.entries.map((entry) => placed(entry, (offset) => content.start + original(offset), text));
  return { kind: 'read', repaired: true, entries, closer };
}

/** Quotes around the values of one line that begin with a comma. Those with other marks of YAML in them stay. */
function commaValues(block: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (let line = lineFrom(block, 0); line.start < block.length; line = lineFrom(block, line.next)) {
    const found = /^([ \t]*(?:- )*(?:[\w-]+:[ \t]+)?)(,[^\r\n]*?)[ \t]*$/.exec(block.slice(line.start, line.end));
    const [, before = '', value = ''] = found ?? [];
    if (found === null || /["\\]|: | #|:$/.test(value)) continue;
    const start = line.start + before.length;
    edits.push(insertAt(start, '"'), insertAt(start + value.length, '"'));
  }
  return edits;
}

/** The program ends the block at the first `---` after the opening line, wherever it is. */
function closerIn(text: string, { content, opener }: FrontMatter): Span | undefined {
  // Without a line break after the opening line there is no block.
  if (content.start <= opener.end || !/[\r\n]/.test(text.charAt(content.start - 1))) return undefined;
  const at = text.indexOf('---', content.start);
  return at < 0 ? undefined : span(at, at + 3);
}

const TEXT_AFTER_DOTS = 'three dots end the YAML document, and there is text after them';

/** Three dots that end the YAML document although more than comments follows; the program looks for them inside values too. */
function documentEndIn(text: string, content: Span): Span | undefined {
  if (!text.slice(content.start, content.end).includes('...')) return undefined;
  for (let line = lineFrom(text, content.start); line.start < content.end; line = lineFrom(text, line.next)) {
    const end = Math.min(line.end, content.end);
    if (!text.startsWith('...', line.start) || !/^\.{3}(?:[ \t]|$)/.test(text.slice(line.start, end))) continue;
    const rest = text.slice(line.start + 3, content.end);
    return /^[ \t]*[^\s#]/m.test(rest) ? span(line.start, line.start + 3) : undefined;
  }
  return undefined;
}

/** Whether the entry merges an alias, or is a list of tools with one. What their anchors contain is not followed here. */
const dependsOnAlias = ({ key, value }: Entry): boolean =>
  (key === '<<' || key === ALLOW || key === DENY) &&
  (value.kind === 'alias' || (value.kind === 'sequence' && value.items.some((item) => item.value.kind === 'alias')));

const ALLOW = 'tools';
const DENY = 'disallowedTools';

/** One byte order mark is fine, two are not; and the opening line must not end in a lone CR. */
function obstacleIn({ source: { text } }: AgentFile, { opener, content }: FrontMatter): Obstacle | undefined {
  if (opener.start > 1) return { kind: 'byte-order-mark', span: span(0, opener.start), marks: 1 };
  const isLoneCr = text.charCodeAt(content.start - 1) === 0x0d;
  return isLoneCr ? { kind: 'line-ends', span: span(opener.start, content.start - 1) } : undefined;
}

type Parsed = { readonly kind: 'not-a-mapping' } | { readonly kind: 'read'; readonly entries: readonly Entry[] };

function parse(text: string, content: Span): Parsed | undefined {
  const { entries, problems, dangling } = readYaml(text, content);
  if (dangling.length > 0 || problems.some((problem) => problem.code === 'yaml')) return undefined;
  return problems.length > 0 ? { kind: 'not-a-mapping' } : { kind: 'read', entries: merged(entries) };
}

/**
 * The entries with those of a YAML 1.1 merge key (`<<: {…}`) before them, so that a key of the mapping itself comes last and
 * wins.
 */
function merged(entries: readonly Entry[]): readonly Entry[] {
  const others = entries.flatMap(({ key, value }) => {
    if (key !== '<<') return [];
    if (value.kind === 'mapping') return value.entries;
    // Of several mappings the first one wins.
    const maps = value.kind === 'sequence' ? value.items.toReversed() : [];
    return maps.flatMap((item) => (item.value.kind === 'mapping' ? item.value.entries : []));
  });
  return others.length === 0 ? entries : [...others, ...entries];
}

/**
 * What the program changes after a failure: values of top-level lines with a character that means something in YAML are put
 * in double quotes whole (a flow sequence that is sound by itself stays one), and each leading tab becomes two spaces. Lines
 * that end in CRLF stay as they are.
 */
function repairs(block: string): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of block.split('\n')) {
    let tabs = 0;
    while (line.charCodeAt(tabs) === 0x09) tabs++;
    if (tabs > 0) edits.push({ span: span(start, start + tabs), newText: '  '.repeat(tabs) });
    else append(edits, lineRepairs(line, start));
    start += line.length + 1;
  }
  return edits;
}

function lineRepairs(line: string, offset: number): readonly Edit[] {
  const colon = line.indexOf(':');
  if (colon < 1 || hasOtherBreak(line) || !isPlainKey(line.slice(0, colon))) return [];
  let start = colon + 1;
  // The program's pattern takes every kind of space here, and writes an ordinary one instead.
  while (start < line.length && /\s/.test(line.charAt(start))) start++;
  const value = line.slice(start);
  if (value === '' || start === colon + 1 || isQuoted(value) || !needsQuotes(value) || isFlowSequence(value)) return [];
  const insert = (at: number, newText: string): Edit => insertAt(offset + at, newText);
  const isPlainSpace = /^[ \t]*$/.test(line.slice(colon + 1, start));
  const edits = isPlainSpace
    ? [insert(start, '"')]
    : [{ span: span(offset + colon + 1, offset + start), newText: ' "' }];
  for (let i = 0; i < value.length; i++) {
    if (value[i] !== '\\' && value[i] !== '"') continue;
    // The first character shares its place with the opening quote.
    if (i === 0 && edits[0] !== undefined) edits[0] = { ...edits[0], newText: `${edits[0].newText}\\` };
    else edits.push(insert(start + i, '\\'));
  }
  edits.push(insert(line.length, '"'));
  return edits;
}

/** The program's own pattern takes a line only when no character in it ends a line for JavaScript. */
const hasOtherBreak = (line: string): boolean =>
  line.includes('\r') || line.includes('\u2028') || line.includes('\u2029');

function isFlowSequence(value: string): boolean {
  if (!value.startsWith('[') || excess(value) !== undefined) return false;
  const { problems, dangling } = readYaml(value, { start: 0, end: value.length });
  // A sequence is valid YAML, but not a mapping.
  return dangling.length === 0 && problems.length === 1 && problems[0]?.code === 'yaml-not-a-mapping';
}

const isPlainKey = (key: string): boolean => /^[a-zA-Z_-]+$/.test(key);

const isQuoted = (value: string): boolean =>
  (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));

const needsQuotes = (value: string): boolean => /[{}[\]*&#!|>%@`]/.test(value) || value.includes(': ');
