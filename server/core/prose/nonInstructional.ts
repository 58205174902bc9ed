/**
 * Finds the parts of a body that are no instructions: sections, bold lines and tags of examples, templates, answers and
 * prohibitions.
 */

import { normalTitle } from '../sectionKinds/recognize';
import type { AgentFile, Section, Tag } from '../syntax/tree';
import { append } from '../text/append';
import { memo } from '../text/memo';
import { type Span, span } from '../text/span';
import { isWithin } from './codeRegions';
import { quietTags, quietWords } from './wording/instructions';

/** Whether an offset is in such a part, in logarithmic time. */
export function nonInstructionalRegions(file: AgentFile): (offset: number) => boolean {
  const { root, pseudoHeadings, tags, span } = file.body;
  const areas = [
    sectionsTitled(root, isNonInstructionalTitle),
    pseudoHeadings
      .filter(({ form, title }) => form === 'bold' && isNonInstructionalTitle(title))
      .map((pseudoHeading) => pseudoHeading.span),
    taggedAreas(tags, span.end),
  ];
  return (offset) => areas.some((area) => isWithin(area, offset));
}

/** The outermost sections with such a title, in file order. */
function sectionsTitled(root: Section, isWanted: (title: string) => boolean): readonly Span[] {
  const found: Span[] = [];
  const waiting: Section[] = [root];
  for (let section = waiting.pop(); section !== undefined; section = waiting.pop()) {
    if (isWanted(section.title)) found.push(section.span);
    else append(waiting, section.children.toReversed());
  }
  return found;
}

const isNonInstructionalTitle = memo(
  1 << 16,
  (title) => title.includes('❌') || titleWords(title).some((word) => quietWords.has(word)),
);

/** The words of a title, lower case and without punctuation. A very long title is cut. */
const titleWords = (title: string): readonly string[] => normalTitle(title.slice(0, 200)).split(/[^a-z0-9']+/);

/** From an opening tag to the next closing tag of the same name; an unclosed tag does not count. */
function taggedAreas(tags: readonly Tag[], end: number): readonly Span[] {
  const areas: Span[] = [];
  let open: Tag | undefined;
  for (const tag of tags) {
    if (open === undefined && !tag.closing && isQuietTag(tag.name)) open = tag;
    else if (open !== undefined && tag.closing && tag.name === open.name) {
      areas.push(span(open.span.start, Math.min(tag.span.end, end)));
      open = undefined;
    }
  }
  return areas;
}

const isQuietTag = (name: string): boolean => quietTags.some((part) => name.toLowerCase().includes(part));
