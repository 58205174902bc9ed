/** Proves that an edit is safe: afterwards the host loads at least what it loaded, grants no more and denies no less. */
import { deniedBy, deniedNames, wordsOf } from '../hosts/effectiveTools';
import type { Field, FieldRole } from '../hosts/field';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { closerOf, type Fields, fieldsOf } from '../hosts/reading';
import type { LoadVerdict } from '../hosts/verdict';
import { itemsIn } from '../syntax/lists/items';
import { meaningOf } from '../syntax/meaning';
import type { AgentFile, Value } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';
import { lineFrom } from '../text/lines';
import { type Agent, withText } from './agent';

/**
 * Whether the host loads the file at least as well and grants no more after `edits`:
 *
 * - an agent that loaded still loads under its name, with every field that the host read, and without new problems;
 * - it gets no new tool, and its hooks, servers and modes stay as they are;
 * - it does not begin to inherit every tool, and everything that was denied still is;
 * - an agent that did not load may load, but only with the tools and denials that are written in the file.
 *
 * Nothing is parsed unless an edit touches the frontmatter, and the body only where the host refuses some. False when it is not
 * known what the host makes of the file, because nothing is proved then.
 * @param edits Disjoint edits of the file's text.
 */
export function isProvedSafe(agent: Agent, edits: readonly Edit[]): boolean {
  const end = frontEnd(agent);
  const inFront = edits.filter((edit) => edit.span.start <= end);
  if (inFront.length === 0) return true;
  const before = seen(agent);
  if (before === undefined) return false;
  const { text } = agent.file.source;
  const { emptyBody, unknownVariable } = agent.format.on;
  const needsBody = emptyBody !== undefined || unknownVariable !== undefined;
  const head = needsBody || inFront.some((edit) => edit.span.end > end) ? text : text.slice(0, end);
  const after = seen(withText(applyEdits(head, inFront), agent));
  if (after === undefined) return false;
  // Some hosts load an agent without reading its frontmatter, but not with what is written in it.
  if (before.verdict.cause === null && after.verdict.cause !== null) return false;
  return before.isRead
    ? keepsWhatWasLoaded(before, after, agent.format)
    : keepsWhatIsWritten(before, after, agent.format);
}

/** Where the part of the text ends that decides about the frontmatter, for us or for the host. */
function frontEnd({ file, reading }: Agent): number {
  const { frontMatter, source } = file;
  if (frontMatter === undefined) return source.text.length;
  const closer = closerOf(reading());
  // Without closing dashes an edit may move the end, so the lines after it belong to what is proved.
  const end = frontMatter.closed
    ? frontMatter.span.end
    : lineFrom(source.text, frontMatter.span.end + MAX_SEARCHED).next;
  return Math.max(end, closer === undefined ? 0 : lineFrom(source.text, closer.start).next);
}

/** How the host reads a text. */
interface Seen {
  readonly file: AgentFile;
  /** Whether the host reads the frontmatter and loads the agent. */
  readonly isRead: boolean;
  readonly verdict: LoadVerdict;
  /** Empty when the host cannot read the frontmatter. */
  readonly fields: Fields;
  readonly keys: ReadonlySet<string>;
}

function seen(agent: Agent): Seen | undefined {
  const reading = agent.reading();
  const verdict = agent.verdict();
  if (verdict === undefined) return undefined;
  const entries = reading.kind === 'read' ? reading.entries : [];
  return {
    file: agent.file,
    isRead: reading.kind === 'read' && verdict.verdict !== 'does-not-load',
    verdict,
    fields: fieldsOf(agent.file.source.text, entries, agent.format.on.duplicateKey.counts),
    keys: new Set(entries.map(({ key }) => key)),
  };
}

function keepsWhatWasLoaded(before: Seen, after: Seen, format: Format): boolean {
  const { name, tools, verdict } = before.verdict;
  if (!after.isRead || after.verdict.name !== name) return false;
  if (verdict === 'loads' && after.verdict.verdict !== 'loads') return false;
  if ([...before.keys].some((key) => lookup(format.fields, key) !== undefined && !after.keys.has(key))) return false;
  if (powersOf(before, format) !== powersOf(after, format)) return false;
  const isDenied = deniedBy(wordsOf(after.fields, 'deny', format) ?? [], format);
  if (!deniedNames(before.fields, format).every(isDenied)) return false;
  const approved = new Set(wordsOf(before.fields, 'approve', format));
  if (wordsOf(after.fields, 'approve', format)?.every((word) => approved.has(word)) === false) return false;
  if (after.verdict.tools.inherited) return tools.inherited;
  const had = new Set(tools.effective);
  return tools.inherited || after.verdict.tools.effective.every((tool) => had.has(tool));
}

/** Roles of fields that start something, connect to something or say what the agent may do. */
const POWERS: readonly (FieldRole | undefined)[] = ['events', 'servers', 'mode', 'tool-switches', 'tool-permissions'];

/** What the host reads in fields that start something, connect to something or change what the agent may do. */
function powersOf({ fields }: Seen, format: Format): string {
  const powers = Object.entries(format.fields).filter(
    ([, { role, grants, situation, decides }]) =>
      POWERS.includes(role) ||
      grants !== undefined ||
      situation !== undefined ||
      (decides === true && format.kind !== undefined),
  );
  return powers.map(([key]) => meaningOf(fields.value(key) ?? ABSENT)).join();
}

const ABSENT: Value = { kind: 'missing', span: { start: 0, end: 0 } };

function keepsWhatIsWritten({ file }: Seen, after: Seen, format: Format): boolean {
  // A line that is meant to limit the agent, however it is written, must be read then.
  if (after.verdict.cause === null && limitsIn(file, format).some((key) => !after.keys.has(key))) return false;
  // Every name that then counts is in the text, in this or another spelling.
  const words = folded(file.source.text);
  const granted = (['allow', 'approve'] as const).flatMap((role) =>
    (wordsOf(after.fields, role, format) ?? []).flatMap((word) => itemsIn(word)),
  );
  return granted.every(({ text }) => words.includes(folded(text)));
}

/** The fields that limit an agent or start something in it. */
const LIMITS: readonly (FieldRole | undefined)[] = ['allow', 'deny', ...POWERS];

/** What decides who starts a skill, and where it runs, limits it too. */
const isLimit = ({ role, decides }: Field, { kind }: Format): boolean =>
  LIMITS.includes(role) || (decides === true && kind !== undefined);

/**
 * The limiting fields that lines of the frontmatter are meant for, or that lines of the text are where it has no end: with quotes,
 * indented, with spaces before the colon, or under a name that is often written in place of the field's.
 */
function limitsIn({ frontMatter, source: { text } }: AgentFile, format: Format): readonly string[] {
  const end = frontMatter?.closed === true ? frontMatter.span.end : Math.min(text.length, MAX_SEARCHED);
  const limits = new Map<string, string>();
  for (const [key, field] of Object.entries(format.fields)) if (isLimit(field, format)) limits.set(folded(key), key);
  for (const [key, stray] of Object.entries(format.strayFields)) {
    const meant = stray.kind === 'misspelled' ? stray.meant : undefined;
    const field = meant === undefined ? undefined : lookup(format.fields, meant);
    if (meant !== undefined && field !== undefined && isLimit(field, format)) limits.set(folded(key), meant);
  }
  const found = new Set<string>();
  for (let at = 0; at < end; ) {
    const line = lineFrom(text, at);
    const start = text.slice(line.start, Math.min(line.end, line.start + MAX_KEY));
    const word = (frontMatter?.language === 'toml' ? TOML_KEY : YAML_KEY).exec(start)?.[1];
    const key = word === undefined ? undefined : limits.get(folded(word));
    if (key !== undefined) found.add(key);
    at = line.next;
  }
  return [...found];
}

/** The key that a line is meant to begin with, also where it is written in an unusual way. */
const YAML_KEY = /^[\s\ufeff]*(?:[-?]\s+)*["'`]?([A-Za-z][\w-]*)["'`]?\s*[:\uff1a-]/;

/** The same, or the table that a line begins. */
const TOML_KEY = /^[\s\ufeff]*\[{0,2}["'`]?([A-Za-z][\w-]*)["'`]?\s*[:=\].]/;

/** UTF-16 code units of a line in which its key must be. */
const MAX_KEY = 200;

/** UTF-16 code units of unclosed frontmatter that are searched for fields. */
const MAX_SEARCHED = 16_384;

const folded = (text: string): string => text.replaceAll(/[-_\s]/g, '').toLowerCase();
