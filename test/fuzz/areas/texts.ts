/** The areas `frontmatter`, `body` and `requests`: mutated texts, and what is promised for any text. */
import { type Area, areaOf, type Definition } from '../area';
import { checkEverything, someOffsets } from '../checks/everything';
import { ambiguousAgent } from '../headers';
import { textReductions } from '../minimize';
import { mutated } from '../mutate';
import { type Subject, show, subjectOf, withText } from '../subject';

/** What these areas share. */
const ofSubjects = {
  subject: 'answers',
  reductions: textReductions<Subject>(({ text }) => text, withText),
  show,
} as const satisfies Partial<Definition<Subject>>;

/** UTF-16 units of a body after frontmatter that is tested, and the other way round. */
const SHORT = 400;

/** Where the frontmatter of most texts ends; it need not be exact. */
export function split(text: string): readonly [header: string, body: string] {
  const closer = text.indexOf('\n---', 3);
  const end = closer < 0 ? Math.min(text.length, SHORT) : closer + 5;
  return [text.slice(0, end), text.slice(end)];
}

export const frontMatter: Area = areaOf<Subject>({
  ...ofSubjects,
  name: 'frontmatter',
  promise: 'Nothing throws for any frontmatter, every answer is within the text, and no request takes long',
  make: (random, seeds) => {
    const [header, body] = split(random.chance(0.3) ? ambiguousAgent(random) : seeds.text(random));
    return subjectOf(mutated(header, random, seeds.text(random)) + body.slice(0, SHORT), random);
  },
  check: (subject) => checkEverything(subject, someOffsets(subject, 4)),
});

export const body: Area = areaOf<Subject>({
  ...ofSubjects,
  name: 'body',
  promise: 'Nothing throws for any body, its blocks tile it, and no request takes long',
  make: (random, seeds) => {
    const [header] = split(seeds.text(random));
    const [, text] = split(seeds.text(random));
    return subjectOf(header.slice(0, SHORT * 4) + mutated(text, random, seeds.text(random)), random);
  },
  check: (subject) => checkEverything(subject, someOffsets(subject, 4)),
});

/** UTF-16 units of a text of which every offset is tried. */
const SMALL = 160;

export const requests: Area = areaOf<Subject>({
  ...ofSubjects,
  name: 'requests',
  promise: 'Every request is answered at every offset of a small document',
  make: (random, seeds) => {
    const text = random.chance(0.3) ? ambiguousAgent(random) : seeds.text(random);
    const at = random.chance(0.7) ? 0 : random.int(text.length);
    return subjectOf(mutated(text.slice(at, at + SMALL), random, seeds.text(random)).slice(0, 2 * SMALL), random);
  },
  check: (subject) =>
    checkEverything(
      subject,
      Array.from({ length: subject.text.length + 1 }, (_, offset) => offset),
    ),
});
