/** What the headings of a file say about those that are still to be written: which kinds are there, and who uses emoji. */
import { sectionKindOf } from '../sections/recognise';
import type { SectionKind } from '../sections/section';
import type { AgentFile, Section } from '../syntax/tree';

/** A section whose heading the catalogue knows. */
export interface KnownSection {
  readonly kind: SectionKind;
  readonly section: Section;
}

/** The sections of known kinds, in file order; iterative, because a file may hold any number of headings. */
export function knownSections({ body }: AgentFile): readonly KnownSection[] {
  const found: KnownSection[] = [];
  for (const section of sectionsOf(body.root)) {
    const kind = sectionKindOf(section.title);
    if (kind !== undefined) found.push({ kind, section });
  }
  return found;
}

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
 * Whether a new heading of `level` begins with an emoji: as most of the known headings of that level do, or of all levels
 * where that level has none yet. Known headings are English, so that whatever else their first character is, it decorates.
 */
export function usesEmoji(known: readonly KnownSection[], level: number): boolean {
  const same = known.filter(({ section }) => section.level === level);
  const asked = same.length > 0 ? same : known;
  const decorated = asked.filter(({ section }) => section.title.charCodeAt(0) > 0x7f);
  return decorated.length * 2 > asked.length;
}

/** The heading's text for a kind. */
export const headingText = (kind: SectionKind, emoji: boolean): string =>
  emoji && kind.emoji !== undefined ? `${kind.emoji} ${kind.title}` : kind.title;

/** The innermost section around `offset` whose level is above `level`, or undefined. */
export function parentAt({ body }: AgentFile, offset: number, level: number): Section | undefined {
  let found: Section | undefined;
  let section: Section | undefined = body.root;
  while (section !== undefined) {
    if (section.level > 0 && section.level < level) found = section;
    section = section.children.findLast((child) => child.heading.start < offset && child.level < level);
  }
  return found;
}
