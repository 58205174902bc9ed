/** Measures requests in processor time, and asserts a generous bound that grows with the text. */
import type { Slow } from '../area';

/** The goal for every request: milliseconds for any text, or this much for each UTF-16 unit of a longer one. */
const GOAL = { ms: 50, nsPerUnit: 100 } as const;

/** What no request may exceed on any machine. */
const BOUND = { ms: 2_000, nsPerUnit: 5_000 } as const;

const allowed = ({ ms, nsPerUnit }: { readonly ms: number; readonly nsPerUnit: number }, length: number): number =>
  Math.max(ms, (length * nsPerUnit) / 1e6);

/** Milliseconds of processor time that `act` takes, and what it returns. */
export function timed<T>(act: () => T): { readonly result: T; readonly ms: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1_000 };
}

/** Thrown for a request over the bound. One place for all, so that a smaller text is recognized as the same failure. */
class TooSlow extends Error {}

/** Collects the requests of one text that exceed the goal. */
export class Clock {
  readonly slow: Slow[] = [];

  /** @param text The text that the request is about. */
  constructor(readonly text: string) {}

  /**
   * Answers a request about what `make` makes, whose time does not count. A slow request is repeated, because the compiler and the
   * collector also take time.
   */
  run<S, T>(request: string, make: () => S, answer: (subject: S) => T): T {
    const { length } = this.text;
    const subject = make();
    const start = performance.now();
    const result = answer(subject);
    // To ask for the processor time takes longer than most requests, and what was soon there took little of it.
    if (performance.now() - start <= allowed(GOAL, length)) return result;
    const attempt = (): number => {
      const again = make();
      return timed(() => answer(again)).ms;
    };
    const first = attempt();
    if (first <= allowed(GOAL, length)) return result;
    const ms = first > MAX_REPEATED ? first : Math.min(first, attempt());
    if (ms > allowed(GOAL, length)) this.slow.push({ request, ms, length, start: this.text.slice(0, 200) });
    if (ms > allowed(BOUND, length))
      throw new TooSlow(`${request} took ${Math.round(ms)} ms of processor time for ${length} characters`);
    return result;
  }
}

/** Milliseconds of a request that is not repeated. */
const MAX_REPEATED = 1_000;
