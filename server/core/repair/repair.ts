/** Repairs broken YAML: returns the first edit that works and changes nothing else. */

import type { Agent } from '../agent/agent';
import { hookFaults } from '../hosts/hooks';
import type { Format } from '../hosts/host';
import { fileOf, lookup } from '../hosts/lookup';
import type { Reading } from '../hosts/reading';
import { faultOf } from '../hosts/shapes';
import { classifyTool } from '../hosts/toolName';
import { listItems } from '../syntax/lists/items';
import { fieldMeanings, meaningOf, meaningOfEntry } from '../syntax/meaning';
import type { AgentFile, Entry, FrontMatter } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { applyEdits } from '../text/edits';
import { takesCollection } from './brackets';
import { type Candidate, candidatesFor } from './candidates';
import type { Fault } from './faults';
import type { Piece } from './pieces';
import { readsTheSame } from './readings';

/** UTF-16 code units; frontmatter is parsed again for each edit, so longer frontmatter gets no fix. */
export const MAX_HEADER = 16_384;

/** Whether the host can read the frontmatter with its own repair. */
export const isSavedBy = (reading: Reading): boolean => reading.kind === 'read' && reading.repaired;

/** Whether the host refuses a file whose frontmatter it can read, because it is not valid YAML. */
export const isRefusedForYaml = (agent: Agent): boolean =>
  agent.reading().kind === 'read' && agent.verdict()?.cause === 'yaml';

/**
 * A tested fix for the fault: the piece parses, all other entries are unchanged, and the text of the value
 * is what is in the file.
 *
 * It is safe when the host reads every field the same afterwards or, where it could read nothing before, when the text is kept.
 * @returns undefined when no candidate passes.
 */
export function repairOf(agent: Agent, fault: Fault): Fix | undefined {
  const { file, format } = agent;
  const reading = agent.reading();
  const { frontMatter, source } = file;
  if (frontMatter === undefined || !frontMatter.closed || fault.piece === undefined) return undefined;
  if (frontMatter.content.end - frontMatter.content.start > MAX_HEADER) return undefined;
  const shape = lookup(format.fields, fault.piece.key ?? '')?.shape;
  for (const candidate of candidatesFor(source.text, fault, isSavedBy(reading), takesCollection(shape))) {
    const after = tried(agent, frontMatter, fault.piece, candidate);
    if (after === undefined) continue;
    const { title, edits } = candidate;
    return { title, edits, safe: isSafe({ frontMatter, reading, format }, after, candidate) };
  }
  return undefined;
}

interface Before {
  readonly frontMatter: FrontMatter;
  readonly reading: Reading;
  readonly format: Format;
}

/** The frontmatter after an edit, and the entries that replace the broken ones. */
interface After {
  readonly file: AgentFile;
  readonly repaired: readonly Entry[];
}

function tried(agent: Agent, frontMatter: FrontMatter, piece: Piece, candidate: Candidate): After | undefined {
  const { file, format } = agent;
  if (candidate.edits.length === 0) return undefined;
  const head = file.source.text.slice(0, frontMatter.span.end);
  const after = fileOf(applyEdits(head, candidate.edits), format);
  if (after.frontMatter === undefined || !hasFewerProblems(file, after)) return undefined;
  const kept = (entry: Entry): boolean =>
    entry.keySpan.start < piece.span.start || entry.keySpan.start >= piece.span.end;
  const outside = frontMatter.entries.filter(kept);
  const before = outside.filter((entry) => entry.keySpan.start < piece.span.start).length;
  const extra = after.frontMatter.entries.length - outside.length;
  if (extra < 1) return undefined;
  const rest = after.frontMatter.entries.filter((_, i) => i < before || i >= before + extra);
  if (rest.map(meaningOfEntry).join() !== outside.map(meaningOfEntry).join()) return undefined;
  const repaired = after.frontMatter.entries.slice(before, before + extra);
  // A new key must not exist already.
  if (repaired.slice(1).some(({ key }) => rest.some((entry) => entry.key === key))) return undefined;
  if (new Set(repaired.map(({ key }) => key)).size < repaired.length) return undefined;
  return isAsMeant(repaired, piece, candidate, format) ? { file: after, repaired } : undefined;
}

/** At least one YAML problem less, and no new problem of another kind. */
function hasFewerProblems(before: AgentFile, after: AgentFile): boolean {
  const yaml = ({ problems }: AgentFile): number => problems.filter(({ code }) => code === 'yaml').length;
  return yaml(after) < yaml(before) && after.problems.length < before.problems.length;
}

function isAsMeant(repaired: readonly Entry[], piece: Piece, { text, fields }: Candidate, format: Format): boolean {
  const [first] = repaired;
  if (first === undefined || repaired.some(({ value }) => value.kind === 'broken')) return false;
  if (piece.key !== undefined && first.key !== piece.key) return false;
  // Only a key that was moved to the margin adds an entry, and the format must know it.
  const more = piece.key === undefined ? repaired : repaired.slice(1);
  if (fields !== true && more.some(({ key }) => lookup(format.fields, key) === undefined)) return false;
  if (text === undefined) return true;
  const shape = lookup(format.fields, piece.key ?? '')?.shape.kind;
  // A mapping or a list as a string would be valid YAML, but useless.
  if (shape === 'mapping' || shape === 'sequence') return false;
  return more.length === 0 && first.value.kind === 'scalar' && sameLines(first.value.text, text);
}

const sameLines = (a: string, b: string): boolean => withoutBlankLines(a) === withoutBlankLines(b);

const withoutBlankLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n');

function isSafe({ frontMatter, reading, format }: Before, after: After, { guess }: Candidate): boolean {
  if (guess === true || after.repaired.some((entry) => !isUsable(after.file.source.text, entry, format))) return false;
  if (reading.kind !== 'read') return true;
  return readsTheSame(reading, format.read(after.file)) && !changesOthers(frontMatter, reading);
}

/**
 * Whether the host's repair quotes a valid line, such as a flow mapping. When the last fault is fixed, the
 * host no longer repairs anything and reads that line differently.
 */
function changesOthers(frontMatter: FrontMatter, reading: Extract<Reading, { kind: 'read' }>): boolean {
  const fields = fieldMeanings(reading.entries);
  const own = new Map(frontMatter.entries.map((entry) => [entry.key, entry]));
  return [...own].some(
    ([key, { value }]) => value.kind !== 'broken' && value.kind !== 'alias' && fields.get(key) !== meaningOf(value),
  );
}

/** Whether the host accepts the value, so that a safe repair never causes a new finding. */
function isUsable(text: string, { key, value }: Entry, format: Format): boolean {
  const field = lookup(format.fields, key);
  if (field === undefined) return true;
  if (faultOf(field, value) !== undefined || field.shape.kind === 'sequence') return false;
  if (field.shape.kind === 'mapping') return hookFaults(value, format).length === 0;
  if (field.shape.kind !== 'tools') return true;
  const items = listItems(text, value, format.splitsNamesAt);
  return (
    items.length > 0 &&
    items.every(({ text: word }) => {
      const found = classifyTool(word, format);
      if (found.kind !== 'tool') return found.kind === 'mcp' || (found.kind === 'wildcard' && field.role === 'allow');
      return found.name === word && found.tool.subagents === 'always';
    })
  );
}
