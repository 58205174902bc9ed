/** Runs the cases of areas and adds up what they checked. */
import type { Area, Failure, Slow } from './area';
import type { Seeds } from './seeds';

/** A slow request with the case that it is in. */
export interface SlowCase extends Slow {
  readonly index: number;
}

/** What is known about an area after some of its cases. */
export interface Result {
  readonly area: Area;
  readonly cases: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
  /** The slowest answer to each kind of request over the goal. */
  readonly slow: readonly SlowCase[];
  /** Answers over the goal. */
  readonly slowCount: number;
  /** Milliseconds of processor time. */
  readonly ms: number;
}

export interface Budget {
  /** Whether one more case is run after `cases` of them in `ms` milliseconds. */
  readonly allows: (cases: number, ms: number) => boolean;
}

/** Failures after which an area stops: the first ones say enough. */
const MAX_FAILURES = 3;

/**
 * Runs cases of one area, from case `first` on.
 * @param onCase Called after each case.
 */
export async function runArea(
  area: Area,
  seed: number,
  seeds: Seeds,
  budget: Budget,
  onCase: (cases: number) => void = () => undefined,
  first = 0,
): Promise<Result> {
  const counts: Record<string, number> = {};
  const failures: Failure[] = [];
  const slow = new Map<string, SlowCase>();
  let slowCount = 0;
  let cases = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  while (failures.length < MAX_FAILURES && budget.allows(cases, performance.now() - start)) {
    const outcome = await area.run(seed, first + cases, seeds);
    cases++;
    if ('failure' in outcome) failures.push(outcome.failure);
    else {
      for (const [name, count] of Object.entries(outcome.checked.counts)) counts[name] = (counts[name] ?? 0) + count;
      for (const one of outcome.checked.slow ?? []) {
        slowCount++;
        const index = first + cases - 1;
        if (one.ms / one.length > rate(slow.get(one.request))) slow.set(one.request, { ...one, index });
      }
    }
    onCase(cases);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { area, cases, counts, failures, slow: [...slow.values()], slowCount, ms: (user + system) / 1_000 };
}

const rate = (slow: Slow | undefined): number => (slow === undefined ? 0 : slow.ms / slow.length);
