/** An agent: one file as one host reads it. Everything but the file is computed on first use, once. */
import { type Report, reportOf } from '../completionReport/template';
import type { FieldRole } from '../hosts/field';
import { classifyField, type FieldName } from '../hosts/fieldName';
import type { Format, Membership } from '../hosts/host';
import { fieldByRole, fileOf } from '../hosts/lookup';
import { type Permission, permissionsIn } from '../hosts/permissions';
import { countingEntry, type Reading } from '../hosts/reading';
import type { LoadVerdict } from '../hosts/verdict';
import { codeRegions } from '../prose/codeRegions';
import { type Pairing, pairFences } from '../prose/fencePairs';
import { misreadRegions, overlapsAny } from '../prose/misreadRegions';
import { nonInstructionalRegions } from '../prose/nonInstructional';
import { type Paragraph, paragraphsOf } from '../prose/paragraphs';
import { instructs, type Sentence, sentencesOf } from '../prose/sentences';
import { type KnownSection, knownSections } from '../sectionKinds/known';
import { isTooLarge } from '../syntax/fileSize';
import type { AgentFile, Entry } from '../syntax/tree';
import { lazy } from '../text/lazy';
import { span } from '../text/span';
import { type LinkTarget, linksIn, targetsOf } from './links';
import { projectOf } from './project';
import { type TokenSizes, tokenSizes } from './sizes';
import { type ToolList, toolListsIn } from './toolLists';

/** An entry of the frontmatter with what its key is to the host. */
export interface AgentField {
  readonly entry: Entry;
  readonly name: FieldName;
}

export interface Agent {
  readonly file: AgentFile;
  readonly format: Format;
  /** Path or URI of the file, `/` between names; undefined for a text that is not in a file. */
  readonly path: string | undefined;
  /** What the manifest beside the folder says about the file; undefined when it is not known, or there is none. */
  readonly membership: Membership | undefined;
  /** The name: as the frontmatter has it, else as the host knows the agent; undefined without one. */
  readonly name: () => string | undefined;
  /** How the host reads the frontmatter. */
  readonly reading: () => Reading;
  /** Whether the host loads the file, and with which tools; undefined when it is not known. */
  readonly verdict: () => LoadVerdict | undefined;
  /**
   * The fields in file order, with spans in the file: as the host reads them where it reads any, else as far as they can be
   * recovered.
   */
  readonly entries: () => readonly Entry[];
  /** The same, each with what its key is to the host. */
  readonly fields: () => readonly AgentField[];
  /** The tool lists of the frontmatter, in file order, with every name classified. */
  readonly toolLists: () => readonly ToolList[];
  /** The keys of the maps that say which tools the agent may use, each with what it is to the host. */
  readonly permissions: () => readonly Permission[];
  /** The template of the completion report; undefined when there is none. */
  readonly report: () => Report | undefined;
  /** The sections of known kinds, in file order. */
  readonly sections: () => readonly KnownSection[];
  /** The paragraphs and list items of the body, in which a person speaks, in file order. */
  readonly paragraphs: () => readonly Paragraph[];
  /** The sentences of the body, in file order. */
  readonly sentences: () => readonly Sentence[];
  /** Those that tell the agent what to do. */
  readonly instructions: () => readonly Sentence[];
  /** The lines of the body that open and close code blocks, paired as a person would pair them. */
  readonly fences: () => Pairing;
  /** The links to files beside this one, in file order. */
  readonly links: () => readonly LinkTarget[];
  /** About how many tokens its parts take. */
  readonly tokens: TokenSizes;
  /**
   * Whether a wrong code fence swaps code and text between two offsets, so that what CommonMark reads there is not what the writer
   * means. Lines, sentences and links do not come from there.
   */
  readonly isMisread: (start: number, end?: number) => boolean;
  /** Whether the body shows or forbids something at an offset rather than instructs. */
  readonly isNonInstructional: (offset: number) => boolean;
  /** Whether an offset is in code. */
  readonly isCode: (offset: number) => boolean;
}

/** The agent that the host of `format` reads in `file`. */
export function agentOf(file: AgentFile, main: Format, path?: string, membership?: Membership): Agent {
  const reading = lazy((): Reading => (isTooLarge(file) ? { kind: 'unread', closer: span(0, 0) } : main.read(file)));
  const format = main.variantFor?.(reading()) ?? main;
  const fences = lazy(() => pairFences(file));
  const misread = lazy(() => misreadRegions(file, fences()));
  const isMisread = (start: number, end = start + 1): boolean => overlapsAny(misread(), start, end);
  const paragraphs = lazy(() => paragraphsOf(file, isMisread));
  const entries = lazy(() => {
    const read = reading();
    return read.kind === 'read' ? read.entries : (file.frontMatter?.entries ?? []);
  });
  const sentences = lazy(() => sentencesOf(paragraphs(), nonInstructional()));
  const nonInstructional = lazy(() => nonInstructionalRegions(file));
  const code = lazy(() => codeRegions(file));
  const verdict = lazy(() => format.judge(file, reading(), path, membership));
  const isNonInstructional = (offset: number): boolean => nonInstructional()(offset) || isMisread(offset);
  return {
    file,
    format,
    path,
    membership,
    name: lazy(() => writtenName(entries(), format) ?? verdict()?.name ?? undefined),
    reading,
    verdict,
    entries,
    fields: lazy(() => entries().map((entry) => ({ entry, name: classifyField(entry.key, format) }))),
    toolLists: lazy(() => toolListsIn(file.source.text, entries(), format)),
    permissions: lazy(() => permissionsIn(entries(), format)),
    report: lazy(() => reportOf(file)),
    sections: lazy(() => knownSections(file)),
    paragraphs,
    sentences,
    instructions: lazy(() => sentences().filter(instructs)),
    fences,
    isMisread,
    links: lazy(() =>
      main.pathsIn === undefined
        ? linksIn(file, path, path === undefined ? undefined : projectOf(path, main), isNonInstructional)
        : targetsOf(main.pathsIn(entries()), path),
    ),
    tokens: tokenSizes(file, () => entryFor(entries(), format, 'purpose')),
    isNonInstructional,
    isCode: (offset) => code()(offset),
  };
}

/** The entry that counts for `role`. */
function entryFor(entries: readonly Entry[], format: Format, role: FieldRole): Entry | undefined {
  const key = fieldByRole(format, role)?.key;
  return key === undefined ? undefined : countingEntry(entries, key, format.on.duplicateKey.counts);
}

function writtenName(entries: readonly Entry[], format: Format): string | undefined {
  const value = entryFor(entries, format, 'identity')?.value;
  return value?.kind === 'scalar' && value.text.trim() !== '' ? value.text : undefined;
}

/** Parses `text` and reads it as `format`. Never fails: what is wrong with the text is in `file.problems`. */
export const readAgent = (text: string, format: Format, path?: string, membership?: Membership): Agent =>
  agentOf(fileOf(text, format), format, path, membership);

/** The same agent with another text. */
export const withText = (text: string, { format, path, membership }: Agent): Agent =>
  readAgent(text, format, path, membership);
