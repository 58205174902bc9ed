/** Which kinds of sections a file has, and the style of their headings. */

import type { AgentFile, Section, SectionForm } from '../syntax/tree';
import { lazyFor } from '../text/lazy';
import { sectionKindOf } from './recognize';
import type { SectionKind } from './section';

/** A section whose heading, bold line or tag the catalogue knows. */
export interface KnownSection {
  readonly kind: SectionKind;
  readonly section: Section;
}

/** The sections of known kinds, in file order; iterative, because a file may hold any number of headings. */
export const knownSections = lazyFor(({ body }: AgentFile): readonly KnownSection[] => {
  const found: KnownSection[] = [];
  for (const section of [...sectionsOf(body.root), ...body.pseudoHeadings]) {
    const kind = sectionKindOf(section.title);
    if (kind !== undefined) found.push({ kind, section });
  }
  return found.sort((a, b) => a.section.heading.start - b.section.heading.start);
});

/** All sections below one, in file order. */
function sectionsOf(root: Section): readonly Section[] {
  const found: Section[] = [];
  const pending = root.children.toReversed();
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    found.push(section);
    for (const child of section.children.toReversed()) pending.push(child);
  }
  return found;
}

/**
 * Whether a new section begins with an emoji, as most of the known ones of its form and level do, or of that form if
 * that level has none. Known headings are English, so any other first character is decoration.
 */
export function usesEmoji(known: readonly KnownSection[], form: SectionForm, level: number): boolean {
  const alike = known.filter(({ section }) => section.form === form);
  const same = alike.filter(({ section }) => section.level === level);
  const asked = same.length > 0 ? same : alike;
  const decorated = asked.filter(({ section }) => section.title.charCodeAt(0) > 0x7f);
  return decorated.length * 2 > asked.length;
}

/** The heading's text for a kind. */
export const headingText = (kind: SectionKind, emoji: boolean): string =>
  emoji && kind.emoji !== undefined ? `${kind.emoji} ${kind.title}` : kind.title;
