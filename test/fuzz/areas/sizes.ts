/** The area `sizes`: one short piece many times, which is what makes a parser or a rule slow, or overflow its stack. */
import { type Agent, defaults, formats, lint } from '../../../server/core/index';
import { type Area, areaOf, type Checked, type Slow } from '../area';
import { Clock, timed } from '../checks/timed';
import { bodyMarks, characters, names, yamlMarks } from '../dictionary';
import { type Parts, textReductions } from '../minimize';
import { mutated } from '../mutate';
import type { Random } from '../random';
import { requests } from '../requests';
import type { Seeds } from '../seeds';
import { agentIn } from '../subject';

interface Repeated {
  readonly before: string;
  readonly piece: string;
  readonly after: string;
  /** UTF-16 units of the whole. */
  readonly length: number;
}

/** UTF-16 units of the texts with many pieces in the frontmatter, or in the body. */
interface Lengths {
  readonly header: number;
  readonly body: number;
}

/** The area with texts of these lengths. */
export const sizesOf = (lengths: Lengths): Area =>
  areaOf<Repeated>({
    name: 'sizes',
    promise: 'No piece, repeated many times, makes a request throw or take more than a time that grows with the text',
    subject: 'answers',
    make: (random, seeds) => repeated(random, seeds, lengths),
    check: checkRepeated,
    reductions: [
      ...textReductions<Repeated>(
        ({ piece }) => piece,
        (input, piece) => ({ ...input, piece: piece === '' ? 'a' : piece }),
      ),
      (input): Parts<Repeated> => ({ size: 1, without: () => ({ ...input, length: input.length >> 1 }) }),
    ],
    show: (input) =>
      `${JSON.stringify(input.before)} + ${JSON.stringify(input.piece)} x ${timesIn(input)} + ${JSON.stringify(input.after)}`,
  });

/** Within the bound of frontmatter, and a long body. */
export const sizes: Area = sizesOf({ header: 30_000, body: 60_000 });

function repeated(random: Random, seeds: Seeds, { header, body }: Lengths): Repeated {
  const piece = pieceOf(random, seeds);
  const start = '---\nname: a\ndescription: Does a thing.\n';
  if (random.chance(0.5)) {
    const before = start + random.pick(['', '', 'tools: ', 'hooks:\n  ', 'x: ']);
    return { before, piece, after: '\n---\nHi\n', length: header };
  }
  const before = `${start}---\n${random.pick(['', '## Response Format\n', '```\n', '- [ ] a\n', '> '])}`;
  return { before, piece, after: random.pick(['', '\n', '\n```\n', ']', '-->', '\n# End\n']), length: body };
}

function pieceOf(random: Random, seeds: Seeds): string {
  const parts = Array.from({ length: 1 + random.int(3) }, () =>
    random.pick(random.pick([characters, yamlMarks, bodyMarks, names])),
  );
  if (random.chance(0.6))
    return parts.join(random.pick(['', '', ' '])) + random.pick(['', '\n', '\n', ' ', ', ', '\n\n']);
  const lines = seeds.text(random).split('\n');
  const at = random.int(lines.length);
  const some = `${lines
    .slice(at, at + 1 + random.int(4))
    .join('\n')
    .slice(0, 200)}\n`;
  return random.chance(0.5) ? some : mutated(some, random, some);
}

const timesIn = ({ before, piece, after, length }: Repeated): number =>
  Math.max(1, Math.floor((length - before.length - after.length) / Math.max(1, piece.length)));

const textOf = (input: Repeated): string => input.before + input.piece.repeat(timesIn(input)) + input.after;

function checkRepeated(input: Repeated): Checked {
  const [format] = formats;
  if (format === undefined) return { counts: {} };
  const text = textOf(input);
  const half = textOf({ ...input, length: input.length >> 1 });
  const clock = new Clock(text);
  // A fresh agent for each request, so that each takes the time of what it needs, except for parsing.
  const make = (one: string) => (): Agent => agentIn(one, format);
  const agent = clock.run(
    'parse',
    () => text,
    (one) => agentIn(one, format),
  );
  const { failures } = lint(agent, { settings: defaults });
  for (const { error } of failures) throw error;
  for (const { name, answer } of requests)
    clock.run(name, make(text), (one) => answer(one, defaults, text.length >> 1));
  const slow = clock.slow.map((one): Slow => {
    const request = requests.find(({ name }) => name === one.request);
    const small = make(half)();
    const { ms } = timed(() => request?.answer(small, defaults, half.length >> 1) ?? make(half)());
    return { ...one, growth: one.ms / ms, start: `${input.before.slice(-20)}|${input.piece}` };
  });
  return { counts: { answers: requests.length + 2 }, slow };
}
