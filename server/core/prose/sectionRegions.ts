/** The parts of a body that belong to sections of certain kinds, opened by a heading, a bold line or a tag. */
import { knownSections } from '../sectionKinds/known';
import type { AgentFile } from '../syntax/tree';
import type { Span } from '../text/span';

export interface SectionRegion {
  /** `SectionKind.id`. */
  readonly kind: string;
  readonly span: Span;
}

/** The outermost sections of these kinds, in file order and without overlaps. */
export function sectionRegions(file: AgentFile, isWanted: (kind: string) => boolean): readonly SectionRegion[] {
  const areas: SectionRegion[] = [];
  let end = 0;
  for (const { kind, section } of knownSections(file)) {
    if (!isWanted(kind.id) || section.span.start < end) continue;
    areas.push({ kind: kind.id, span: section.span });
    end = section.span.end;
  }
  return areas;
}
