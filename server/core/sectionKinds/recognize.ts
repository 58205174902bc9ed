/** Recognizes the kind of a section by the text of its heading. */
import { memo } from '../text/memo';
import { catalogue } from './catalogue';
import { contraryOf } from './contraries';
import { startOfNormalTitle } from './normalTitle';
import type { SectionKind } from './section';
import { shorterTitles } from './shorterTitles';

export { normalTitle } from './normalTitle';

const bySpelling: ReadonlyMap<string, SectionKind> = new Map(
  catalogue.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind])),
);

/** A title may have this much more than a spelling: an owner, a counter and a note in parentheses. */
const MOST_ADDED = 80;

const longest = MOST_ADDED + Math.max(...[...bySpelling.keys()].map((spelling) => spelling.length));

/** The kind of section that a heading with this text opens; undefined when it is not in the catalogue. */
export const sectionKindOf: (title: string) => SectionKind | undefined = memo(1 << 16, (title) => {
  const normal = startOfNormalTitle(title, longest);
  const exact = bySpelling.get(normal);
  if (exact !== undefined || normal.length > longest) return exact;
  const kind = shorterTitles(normal)
    .map((shorter) => bySpelling.get(shorter))
    .find((found) => found !== undefined);
  return kind === undefined || isLiteral(kind) ? undefined : kind;
});

/**
 * Whether only the exact spellings count. A note can turn around what the agent may do, as in "Never (without approval)", and
 * rules about tools and about contradictions rely on these sections.
 */
const isLiteral = ({ id }: SectionKind): boolean =>
  contraryOf(id) !== undefined || id === 'access-restrictions' || id === 'tools';
