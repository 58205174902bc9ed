/** Small random changes of a text, as typing, merging, converting and mistakes make them. */
import { bodyMarks, characters, names, yamlMarks } from './dictionary';
import type { Random } from './random';

/** Changes a text; `other` is a text to take pieces from. */
type Mutation = (text: string, random: Random, other: string) => string;

const replaced = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** The lines of a text, each with its end. */
const linesOf = (text: string): readonly string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

const withLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = [...linesOf(text)];
  if (lines.length > 0) change(lines);
  return lines.join('');
};

const inserts =
  (pieces: readonly string[]): Mutation =>
  (text, random) => {
    const at = random.int(text.length + 1);
    return replaced(text, at, at, random.pick(pieces));
  };

const mutations: readonly Mutation[] = [
  inserts(characters),
  inserts(yamlMarks),
  inserts(bodyMarks),
  inserts(names),
  // Deletes some characters.
  (text, random) => {
    const at = random.int(text.length);
    return replaced(text, at, at + 1 + random.int(random.chance(0.8) ? 4 : 200), '');
  },
  // Replaces a character.
  (text, random) => {
    const at = random.int(text.length);
    return replaced(text, at, at + 1, random.pick(characters));
  },
  // Replaces a word by a known name.
  (text, random) => {
    const words = [...text.slice(0, 2_000).matchAll(/[\w-]{2,}/g)];
    if (words.length === 0) return text;
    const word = random.pick(words);
    return replaced(text, word.index, word.index + word[0].length, random.pick(names));
  },
  // Deletes, repeats, moves or swaps lines.
  (text, random) => withLines(text, (lines) => void lines.splice(random.int(lines.length), 1 + random.int(3))),
  (text, random) =>
    withLines(text, (lines) => {
      const at = random.int(lines.length);
      lines.splice(random.int(lines.length), 0, ...lines.slice(at, at + 1 + random.int(3)));
    }),
  (text, random) =>
    withLines(text, (lines) => {
      const [line = ''] = lines.splice(random.int(lines.length), 1);
      lines.splice(random.int(lines.length + 1), 0, line);
    }),
  // Takes lines from another text.
  (text, random, other) =>
    withLines(text, (lines) => {
      const others = linesOf(other);
      const at = random.int(others.length);
      lines.splice(random.int(lines.length), random.int(2), ...others.slice(at, at + 1 + random.int(6)));
    }),
  // Indents a line, or takes its indentation away.
  (text, random) =>
    withLines(text, (lines) => {
      const at = random.int(lines.length);
      const line = lines[at] ?? '';
      lines[at] = random.chance(0.5) ? random.pick([' ', '  ', '\t', '    ']) + line : line.trimStart();
    }),
  // Joins a line with the next one.
  (text, random) =>
    withLines(text, (lines) => {
      const at = random.int(lines.length);
      lines[at] = (lines[at] ?? '').trimEnd();
    }),
  // Changes line ends.
  (text, random) => text.replaceAll(/\r\n|\r|\n/g, random.pick(['\n', '\r\n', '\r'])),
  (text, random) =>
    text.replaceAll(/\r\n|\r|\n/g, (end) => (random.chance(0.1) ? random.pick(['\n', '\r\n', '\r']) : end)),
  // Cuts the end or the beginning off.
  (text, random) => text.slice(0, random.int(text.length + 1)),
  (text, random) => text.slice(random.int(Math.min(text.length, 40) + 1)),
  // Repeats a piece.
  (text, random) => {
    const start = random.int(text.length);
    const end = start + 1 + random.int(40);
    return replaced(text, end, end, text.slice(start, end).repeat(1 + random.int(30)));
  },
  // Puts a piece into quotes, brackets or a code block.
  (text, random) => {
    const start = random.int(text.length);
    const end = start + random.int(40);
    const [open, close] = random.pick([
      ['"', '"'],
      ["'", "'"],
      ['[', ']'],
      ['{', '}'],
      ['`', '`'],
      ['**', '**'],
      ['<!--', '-->'],
      ['\n```\n', '\n```\n'],
    ]) as readonly [string, string];
    return replaced(text, start, end, open + text.slice(start, end) + close);
  },
];

/** A text after one to eight random changes, mostly few. */
export function mutated(text: string, random: Random, other: string): string {
  let now = text;
  for (let left = 1 + (random.chance(0.7) ? random.int(3) : random.int(8)); left > 0; left--)
    now = random.pick(mutations)(now, random, other);
  return now;
}
