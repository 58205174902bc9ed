/** One area of the fuzz: how its cases are made, checked and made smaller. */
import { minimized, type Reduction } from './minimize';
import { type Random, randomOf } from './random';
import type { Seeds } from './seeds';

/** A request that took longer than the goal. */
export interface Slow {
  readonly request: string;
  /** Milliseconds of processor time. */
  readonly ms: number;
  /** UTF-16 units of the text. */
  readonly length: number;
  /** The beginning of the text, or what is repeated in it. */
  readonly start: string;
  /** How many times as long it takes as half of the text. */
  readonly growth?: number;
}

/** What one case has checked. */
export interface Checked {
  /** How often something was looked at, by name. */
  readonly counts: Readonly<Record<string, number>>;
  readonly slow?: readonly Slow[];
}

/** How to fuzz something with inputs of the type `T`. */
export interface Definition<T> {
  /** One word, for `--only`. */
  readonly name: string;
  /** What is promised, as a sentence without its full stop. */
  readonly promise: string;
  /** Which of its counts says how much was really tested. */
  readonly subject: string;
  readonly make: (random: Random, seeds: Seeds) => T;
  /** Throws when the promise is broken. */
  readonly check: (input: T) => Checked | Promise<Checked>;
  readonly reductions: readonly Reduction<T>[];
  /** The input as a person reads it. */
  readonly show: (input: T) => string;
}

/** A broken promise. */
export interface Failure {
  readonly area: string;
  readonly seed: number;
  readonly index: number;
  /** What was thrown for the smallest input. */
  readonly error: unknown;
  /** The smallest input that fails in the same way. */
  readonly input: string;
}

export type Outcome = { readonly checked: Checked } | { readonly failure: Failure };

/** An area whatever its inputs are. */
export interface Area extends Pick<Definition<never>, 'name' | 'promise' | 'subject'> {
  /** Runs the case with this number. The same seed and number give the same case, whatever ran before. */
  readonly run: (seed: number, index: number, seeds: Seeds) => Promise<Outcome>;
}

/** The area that a definition describes. */
export function areaOf<T>({ name, promise, subject, make, check, reductions, show }: Definition<T>): Area {
  const errorOf = async (input: T): Promise<{ readonly error: unknown } | undefined> => {
    try {
      await check(input);
      return undefined;
    } catch (error) {
      return { error };
    }
  };
  const run = async (seed: number, index: number, seeds: Seeds): Promise<Outcome> => {
    const input = make(randomOf(seed, name, index), seeds);
    try {
      return { checked: await check(input) };
    } catch (error) {
      const kind = kindOf(error);
      const isSame = async (one: T): Promise<boolean> => {
        const failed = await errorOf(one);
        return failed !== undefined && kindOf(failed.error) === kind;
      };
      const smallest = await minimized(input, reductions, isSame);
      const failed = (await errorOf(smallest)) ?? { error };
      return { failure: { area: name, seed, index, error: failed.error, input: show(smallest) } };
    }
  };
  return { name, promise, subject, run };
}

/** What makes two failures the same: the kind of error and where it was thrown. A smaller input must not fail in another way. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^\s+at .*$/m.exec(error.stack?.slice(error.stack.indexOf(error.message) + error.message.length) ?? '');
  return `${error.name} ${place?.[0] ?? error.message}`;
}
