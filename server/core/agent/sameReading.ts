/** Proves that a comment changes nothing: the host reads the same before and after, and the rule is disabled where it should be. */
import { fileOf } from '../hosts/lookup';
import type { LoadVerdict } from '../hosts/verdict';
import { meaningOf } from '../syntax/meaning';
import type { AgentFile, Entry, Section } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';
import { type Span, span, textAt } from '../text/span';
import { type Agent, agentOf } from './agent';
import { isSuppressed, suppressedIn } from './suppressions';

/** A rule and where it reports something before the edit. */
export interface Silenced {
  readonly rule: string;
  readonly at: Span;
}

/**
 * Whether the host makes the same of the file after an edit that inserts a comment, and our reading of its structure stays.
 * @param silenced What the comment must disable then.
 */
export function readsTheSame(before: Agent, edit: Edit, silenced?: Silenced): boolean {
  const { file, format, path, membership } = before;
  const text = applyEdits(file.source.text, [edit]);
  // Of the body only what the edit touches is read again.
  const after = agentOf(fileOf(text, format, file), format, path, membership);
  if (silenced !== undefined && !isSilent(after.file, edit, silenced)) return false;
  return (
    readingOf(before, edit.span.start) === readingOf(after, edit.span.start) &&
    verdictOf(before.verdict()) === verdictOf(after.verdict()) &&
    (bodyOf(file) === bodyOf(after.file) || structureOf(file) === structureOf(after.file))
  );
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
const verdictOf = (verdict: LoadVerdict | undefined): string =>
  JSON.stringify(verdict && [verdict.verdict, verdict.cause, verdict.name, verdict.tools, verdict.grantsMore]);

const bodyOf = ({ source: { text }, body }: AgentFile): string => textAt(text, body.span);

/** What is in the body besides text. */
function structureOf({ source: { text }, body }: AgentFile): string {
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
}
