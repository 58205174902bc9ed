/** Code actions that insert a section the agent lacks, heading and template, where such a section usually is. */

import type { CodeAction } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { catalogue } from '../../sectionKinds/catalogue';
import { insertion } from '../../sectionKinds/insertion';
import type { KnownSection } from '../../sectionKinds/known';
import { sectionKindOf } from '../../sectionKinds/recognise';
import { reportSections } from '../../sectionKinds/reportKeys';
import type { SectionKind } from '../../sectionKinds/section';
import { usualSections } from '../../sectionKinds/usual';
import type { Body, Section } from '../../syntax/tree';
import { type Span, touches } from '../../text/span';
import { workspaceEditOf } from '../ranges';
import { isRequested } from './kinds';

/** The kind under which editors list these actions. */
export const INSERT_SECTION_KIND = 'refactor.rewrite.insertSection';

/** More would be a catalogue; that is what completion of headings is for. */
const MAX_OFFERED = 5;

export interface SectionRequest {
  readonly uri: string;
  /** Kinds the client wants; each stands for itself and its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
  /** Whether the user asked, or the editor by itself to see whether there is anything to show. */
  readonly invoked: boolean;
}

/**
 * The sections to insert from a place in the body: those that belong below the section there, then the most usual ones.
 * An editor that asks by itself gets them on headings only, or else every line would have something to show.
 */
export function sectionActionsIn(agent: Agent, range: Span, request: SectionRequest): readonly CodeAction[] {
  const { file } = agent;
  const { only, invoked, uri } = request;
  const isWanted = isRequested(INSERT_SECTION_KIND, only);
  if (isWanted === false || range.start < file.body.span.start) return [];
  const around = sectionsAround(file.body, range.start);
  const isOnHeading = around.some(({ heading }) => range.start <= heading.end);
  if (!isOnHeading && !invoked && isWanted !== true) return [];
  const known = agent.sections();
  const hasReport = agent.report() !== undefined;
  const actions: CodeAction[] = [];
  for (const kind of missingKinds(known, around)) {
    if (actions.length === MAX_OFFERED) break;
    // The report that is there needs no section of its own.
    if (hasReport && reportSections.includes(kind.id)) continue;
    const edit = insertion(file, known, kind);
    if (edit === undefined) continue;
    actions.push({
      title: `Insert section “${kind.title}”`,
      kind: INSERT_SECTION_KIND,
      edit: workspaceEditOf(uri, file.source, [edit]),
    });
  }
  return actions;
}

/** The sections that hold the offset, the outermost first; then those of bold lines and tags. */
function sectionsAround({ root, pseudoHeadings }: Body, offset: number): readonly Section[] {
  const around: Section[] = [];
  let section = root.children.findLast((child) => child.span.start <= offset);
  while (section !== undefined) {
    around.push(section);
    section = section.children.findLast((child) => child.span.start <= offset);
  }
  const known = pseudoHeadings.filter(
    (pseudoHeading) => touches(pseudoHeading.span, offset) && sectionKindOf(pseudoHeading.title) !== undefined,
  );
  return [...around, ...known];
}

function missingKinds(known: readonly KnownSection[], around: readonly Section[]): readonly SectionKind[] {
  const present = new Set(known.map(({ kind }) => kind.id));
  const here = new Set(around.flatMap(({ title }) => sectionKindOf(title)?.id ?? []));
  const isMissing = ({ id }: SectionKind): boolean => !present.has(id);
  const below = catalogue.filter((kind) => kind.parent !== undefined && here.has(kind.parent) && isMissing(kind));
  const usual = usualSections.flatMap((id) => catalogue.filter((kind) => kind.id === id && isMissing(kind)));
  return [...below, ...usual];
}
