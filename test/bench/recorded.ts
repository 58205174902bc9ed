/** The recorded ratios, and whether what was measured now is beyond them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'test/bench/recorded.json';

/**
 * How many times as large as recorded a ratio may be. Another processor, another version of Node and a busy machine change ratios
 * by up to a half. With fourteen busy programs on two processors, one ratio was 1.6 times as large.
 */
export const SLACK = 1.8;

/** From id of a row to ours ÷ floor. */
export type Ratios = Readonly<Record<string, number>>;

/** Empty when nothing is recorded. */
export function readRecorded(): Ratios {
  if (!existsSync(FILE)) return {};
  const { ratios }: { ratios?: Ratios } = JSON.parse(readFileSync(FILE, 'utf8'));
  return ratios ?? {};
}

/** @param made The version of Node and the command, for people. */
export function writeRecorded(ratios: Ratios, made: string): void {
  const rounded = Object.entries(ratios).map(([id, value]) => [id, Number(value.toPrecision(3))]);
  writeFileSync(FILE, `${JSON.stringify({ made, ratios: Object.fromEntries(rounded) }, undefined, 2)}\n`);
}

/** How a row compares with what is recorded. */
export interface Comparison {
  readonly id: string;
  readonly recorded: number;
  readonly now: number;
  /** `now` ÷ `recorded`. */
  readonly times: number;
  readonly state: 'fine' | 'beyond' | 'faster';
}

/** Compares the rows that are in both. A row that became much faster should be recorded again, so that it stays so. */
export const compare = (now: Ratios, recorded: Ratios): readonly Comparison[] =>
  Object.entries(now).flatMap(([id, value]) => {
    const was = recorded[id];
    if (was === undefined) return [];
    const times = value / was;
    return [
      { id, recorded: was, now: value, times, state: times > SLACK ? 'beyond' : times < 1 / SLACK ? 'faster' : 'fine' },
    ];
  });
