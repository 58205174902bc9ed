/** Proves that an edit is safe: afterwards the host loads at least what it loaded, grants no more and denies no less. */
import type { Dialect } from '../dialects/dialect';
import { fieldByRole, keysOf, lookup } from '../dialects/lookup';
import { classifyTool } from '../dialects/toolName';
import type { HostReading } from '../hosts/claudeCode';
import { deniedBy, deniedNames, type Fields, fieldsOf, wordsOf } from '../hosts/claudeCodeTools';
import { loadVerdict, readAsHost } from '../hosts/index';
import type { LoadVerdict } from '../hosts/verdict';
import { parse } from '../syntax/agentFile';
import { itemsIn } from '../syntax/items';
import { keyOf, lineFrom } from '../syntax/lines';
import type { AgentFile } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';

/**
 * Whether the host makes no less and nothing more dangerous of the file after `edits`:
 *
 * - an agent that loaded still loads under its name, with every field that the host read, and with losses only if it had some;
 * - it gets no tool that it did not get, except one that its list names in another case or with other separators;
 * - it does not begin to inherit every tool, and everything that was denied still is;
 * - an agent that did not load may load, but only with the tools and denials that are written in the file.
 *
 * Only the frontmatter is parsed, and only when an edit touches it. True for a host whose loader is not known.
 * @param edits Disjoint edits of the file's text.
 */
export function isProvedSafe(
  file: AgentFile,
  edits: readonly Edit[],
  dialect: Dialect,
  path: string | undefined,
): boolean {
  const end = frontEnd(file);
  const inFront = edits.filter((edit) => edit.span.start <= end);
  if (inFront.length === 0) return true;
  const before = seen(file, dialect, path);
  if (before === undefined) return true;
  const head = inFront.some((edit) => edit.span.end > end) ? file.source.text : file.source.text.slice(0, end);
  const after = seen(parse(applyEdits(head, inFront), keysOf(dialect)), dialect, path);
  if (after === undefined) return false;
  return before.isRead ? keepsWhatWasLoaded(before, after, dialect) : keepsWhatIsWritten(before, after, dialect);
}

/** Where the part of the text ends that decides about the frontmatter, for us or for the host. */
function frontEnd({ header, source: { text } }: AgentFile): number {
  if (header === undefined) return text.length;
  const { hostCloser } = header;
  return Math.max(header.span.end, hostCloser === undefined ? 0 : lineFrom(text, hostCloser.start).next);
}

/** What the host makes of a text. */
interface Seen {
  readonly file: AgentFile;
  /** Whether the host reads the frontmatter and loads the agent. */
  readonly isRead: boolean;
  readonly verdict: LoadVerdict;
  /** Empty when the host cannot read the frontmatter. */
  readonly fields: Fields;
  readonly keys: ReadonlySet<string>;
}

function seen(file: AgentFile, dialect: Dialect, path: string | undefined): Seen | undefined {
  const reading: HostReading | undefined = readAsHost(file, dialect);
  const verdict = loadVerdict(file, dialect, path, reading);
  if (reading === undefined || verdict === undefined) return undefined;
  const entries = reading.kind === 'read' ? reading.entries : [];
  return {
    file,
    isRead: reading.kind === 'read' && verdict.verdict !== 'does-not-load',
    verdict,
    fields: fieldsOf(reading.kind === 'read' ? reading.yaml : '', entries),
    keys: new Set(entries.map(({ key }) => key)),
  };
}

function keepsWhatWasLoaded(before: Seen, after: Seen, dialect: Dialect): boolean {
  const { name, tools, verdict } = before.verdict;
  if (!after.isRead || after.verdict.name !== name) return false;
  if (verdict === 'loads' && after.verdict.verdict !== 'loads') return false;
  if ([...before.keys].some((key) => lookup(dialect.fields, key) !== undefined && !after.keys.has(key))) return false;
  const isDenied = deniedBy(wordsOf(after.fields, 'deny', dialect) ?? [], dialect);
  if (!deniedNames(before.fields, dialect).every(isDenied)) return false;
  if (after.verdict.tools.inherited) return tools.inherited;
  const had = new Set([...tools.effective, ...respelled(before, dialect)]);
  return tools.inherited || after.verdict.tools.effective.every((tool) => had.has(tool));
}

/** The tools that the allow list names in another case or with other separators: what the writer asked for. */
const respelled = ({ fields }: Seen, dialect: Dialect): readonly string[] =>
  (wordsOf(fields, 'allow', dialect) ?? []).flatMap((word) => {
    const found = classifyTool(word, dialect);
    return found.kind === 'case' ? found.meant : [];
  });

function keepsWhatIsWritten({ file }: Seen, after: Seen, dialect: Dialect): boolean {
  const written = writtenKeys(file);
  for (const role of ['allow', 'deny'] as const) {
    const key = fieldByRole(dialect, role)?.key;
    if (key !== undefined && written.has(key) && after.verdict.cause === null && !after.keys.has(key)) return false;
  }
  // Every name that then counts stands in the text, in this or another spelling.
  const words = folded(file.source.text);
  const granted = (wordsOf(after.fields, 'allow', dialect) ?? []).flatMap((word) => itemsIn(word));
  return granted.every(({ text }) => words.includes(folded(text)));
}

/** The keys of the frontmatter as we read it, and of lines at the margin that may be meant for it when it has no end. */
function writtenKeys({ header, source: { text } }: AgentFile): ReadonlySet<string> {
  const keys = new Set((header?.entries ?? []).map(({ key }) => key));
  const end = header?.closed === true ? header.span.end : Math.min(text.length, MAX_SEARCHED);
  for (let at = 0; at < end; ) {
    const line = lineFrom(text, at);
    const found = keyOf(text, line);
    if (found !== undefined) keys.add(text.slice(found.span.start, found.span.end));
    at = line.next;
  }
  return keys;
}

/** UTF-16 code units in which a frontmatter without an end is looked for fields. */
const MAX_SEARCHED = 16_384;

const folded = (text: string): string => text.replaceAll(/[-_\s]/g, '').toLowerCase();
