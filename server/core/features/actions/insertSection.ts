/** Code actions that insert a section the agent lacks, heading and template, where such a section usually is. */

import type { CodeAction } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { catalogue } from '../../sectionKinds/catalogue';
import { insertion } from '../../sectionKinds/insertion';
import type { KnownSection } from '../../sectionKinds/known';
import { sectionKindOf } from '../../sectionKinds/recognize';
import { reportSections } from '../../sectionKinds/reportKeys';
import type { SectionKind } from '../../sectionKinds/section';
import { usualSections } from '../../sectionKinds/usual';
import type { Body, Section } from '../../syntax/tree';
import { isBlankLine, lineFrom, lineStartAt } from '../../text/lines';
import { type Span, touches } from '../../text/span';
import { workspaceEditOf } from '../ranges';
import { isRequested } from './kinds';

/** The kind under which editors list these actions. */
export const INSERT_SECTION_KIND = 'refactor.rewrite.insertSection';

/** The maximum number of actions. Completion of headings offers the whole catalogue. */
const MAX_OFFERED = 5;

export interface SectionRequest {
  readonly uri: string;
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
  /** Whether the user requested actions, or the editor did automatically to show a light bulb. */
  readonly invoked: boolean;
}

/**
 * The sections to insert from a heading or an empty line of the body: those that belong below the section there, then the most usual
 * ones. An automatic request gets them on headings only, because otherwise every empty line would show a light bulb.
 */
export function sectionActionsIn(agent: Agent, range: Span, request: SectionRequest): readonly CodeAction[] {
  const { file } = agent;
  const { only, invoked, uri } = request;
  const isWanted = isRequested(INSERT_SECTION_KIND, only);
  if (isWanted === false || range.start < file.body.span.start) return [];
  const around = sectionsAround(file.body, range.start);
  const isOnHeading = around.some(({ heading }) => range.start <= heading.end);
  if (isWanted !== true && !isOnHeading && !(invoked && isOnEmptyLine(file.source.text, range))) return [];
  const known = agent.sections();
  const hasReport = agent.report() !== undefined;
  const actions: CodeAction[] = [];
  for (const kind of missingKinds(known, around)) {
    if (actions.length === MAX_OFFERED) break;
    // A report that exists needs no section.
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

const isOnEmptyLine = (text: string, range: Span): boolean =>
  range.start === range.end && isBlankLine(text, lineFrom(text, lineStartAt(text, range.start)));

/** The sections that contain the offset, outermost first; then those of bold lines and tags. */
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
