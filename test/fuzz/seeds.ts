/** The texts that are mutated: real files, every input that has failed once, and a few small documents. */
import { absent, realAgents } from '../corpus/realFiles';
import { failures } from './failures';
import type { Random } from './random';

export interface Seeds {
  /** One of the texts. */
  readonly text: (random: Random) => string;
  /** How many texts there are. */
  readonly size: number;
  /** What is missing, as a sentence; undefined when nothing is. */
  readonly note: string | undefined;
}

/** Characters of a real file that are used, so that one case takes milliseconds. */
const MAX_LENGTH = 16_384;

const failed: readonly string[] = failures.map(({ text }) => text);

/** Real files where they are there, and the built-in texts. */
export const seeds: Seeds = {
  text: (random) =>
    realAgents.length === 0 || random.chance(0.4)
      ? random.pick(failed)
      : random.pick(realAgents).text.slice(0, MAX_LENGTH),
  size: realAgents.length + failed.length,
  note: absent === false ? undefined : `${absent}, so only the ${failed.length} built-in texts are mutated.`,
};

/** Only the built-in texts: the same everywhere, for a test with a fixed seed. */
export const builtIn: Seeds = { text: (random) => random.pick(failed), size: failed.length, note: undefined };
