/** Proves that a comment changes nothing: the host reads the same before and after, and the rule is disabled where it should be. */
import { keysOf } from '../hosts/lookup';
import type { LoadVerdict } from '../hosts/verdict';
import { meaningOf } from '../syntax/meaning';
import { parse } from '../syntax/parse';
import type { AgentFile, Entry, Section } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';
import { lazyFor } from '../text/lazy';
import { type Span, span, textAt } from '../text/span';
import { type Agent, agentOf } from './agent';
import { isSuppressed, suppressedIn } from './suppressions';

/** A rule and where it reports something before the edit. */
export interface Silenced {
  readonly rule: string;
  readonly at: Span;
}

/**
 * Whether each host makes the same of the file after an edit that inserts a comment, and our reading of its structure stays.
 * @param readers The file as each host reads it, the main one first. They share the file.
 * @param silenced What the comment must disable then.
 */
export function staysTheSame(readers: readonly Agent[], edit: Edit, silenced: Silenced): boolean {
  const [main] = readers;
  if (main === undefined) return false;
  const { file, format } = main;
  const text = applyEdits(file.source.text, [edit]);
  const keys = new Set(readers.flatMap((one) => [...keysOf(one.format)]));
  // Of the body only what the edit touches is read again, and all of it once: this is done at each move of a cursor.
  const after = format.parse?.(text) ?? parse(text, keys, file);
  return (
    isSilent(after, edit, silenced) &&
    (bodyOf(file) === bodyOf(after) || structureOf(file) === structureOf(after)) &&
    readers.every((before) => isReadTheSame(before, after, edit.span.start))
  );
}

function isReadTheSame(before: Agent, file: AgentFile, place: number): boolean {
  const after = agentOf(file, before.format, before.path, before.membership);
  return readingOf(before, place) === readingOf(after, place) && verdictOf(before) === verdictOf(after);
}

function isSilent(after: AgentFile, { span: { start }, newText }: Edit, { rule, at }: Silenced): boolean {
  const by = start <= at.start ? newText.length : 0;
  return isSuppressed(suppressedIn(after), after.source, rule, span(at.start + by, at.end + by), true);
}

/** What is read, as one string, without the field whose value contains the place: the prompt, where the body is a field. */
function readingOf({ file, reading }: Agent, place: number): string {
  const read = reading();
  const isInBody = place >= file.body.span.start;
  const outside = (entries: readonly Entry[]): readonly unknown[] =>
    entries
      .filter(({ value }) => !(isInBody && value.span.start <= place && place <= value.span.end))
      .map(({ key, value }) => [key, meaningOf(value)]);
  return JSON.stringify([
    read.kind,
    read.kind === 'read' && [read.repaired, read.unread !== undefined, outside(read.entries)],
    file.frontMatter && [file.frontMatter.closed, file.frontMatter.recovered, outside(file.frontMatter.entries)],
    file.problems.map(({ code }) => code),
  ]);
}

/** The verdict without its sentence, which may name a line. */
const verdictOf = lazyFor(({ verdict: judged }: Agent): string => {
  const verdict: LoadVerdict | undefined = judged();
  return JSON.stringify(verdict && [verdict.verdict, verdict.cause, verdict.name, verdict.tools, verdict.grantsMore]);
});

const bodyOf = ({ source: { text }, body }: AgentFile): string => textAt(text, body.span);

/** What is in the body besides text. */
const structureOf = lazyFor(({ source: { text }, body }: AgentFile): string => {
  const titles = (sections: readonly Section[]): readonly unknown[] =>
    sections.map(({ level, title, children }) => [level, title, titles(children)]);
  return JSON.stringify([
    titles(body.root.children),
    titles(body.pseudoHeadings),
    body.fences.map(({ language, content, closer }) => [language, textAt(text, content), closer !== undefined]),
    body.blocks.filter(({ kind }) => kind === 'code').length,
    body.taskItems.map(({ box }) => textAt(text, box)),
    body.tags.map(({ name, closing }) => [name, closing]),
    body.inlines.map(({ kind, text: named }) => [kind, named]),
  ]);
});
