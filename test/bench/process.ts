/** Starts measured programs and reads their processor time and memory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Duplex, Readable } from 'node:stream';

/** A program to run with Node. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder?: string;
}

export interface Usage {
  /** Milliseconds of processor time, of all threads. */
  readonly cpu: number;
  /** The most memory that the process had, in bytes. */
  readonly peak: number;
  /** Its memory now, in bytes. */
  readonly resident: number;
}

export interface Run extends Usage {
  /** Milliseconds from the start to the end of the process. */
  readonly wall: number;
  /** What the program printed; empty unless it is kept. */
  readonly output: string;
}

const PROBE = resolve('test/bench/probe.cjs');

const probed = ({ file, args }: Program): readonly string[] => ['--require', PROBE, file, ...args];

/** Where programs keep what the next start needs, so that the user's own folder has no part in a measurement. */
const CACHES = resolve('dist/bench/caches');

/** Colors and updates are not what is measured. */
const environment = (probe: 'ask' | 'exit'): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: '1',
  XDG_CACHE_HOME: CACHES,
  BENCH_PROBE: probe,
});

/**
 * Runs a program to its end.
 * @param keep Whether to keep what it prints, which takes time.
 * @throws Error when the process ends without a report of its usage.
 */
export async function run(program: Program, keep = false): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, probed(program), {
    cwd: program.folder,
    env: environment('exit'),
    stdio: ['ignore', keep ? 'pipe' : 'ignore', keep ? 'pipe' : 'ignore', 'pipe'],
  });
  const [usage, output, errors] = [textOf(child.stdio[3]), textOf(child.stdout), textOf(child.stderr)];
  await once(child, 'exit');
  const wall = performance.now() - start;
  const printed = (await output) + (await errors);
  const told = await usage;
  if (told === '') throw new Error(`${program.file} ended with ${child.exitCode ?? child.signalCode}: ${printed}`);
  return { ...usageFrom(told), wall, output: printed };
}

/** A server that runs. */
export interface Started {
  readonly child: ChildProcess;
  /** Milliseconds of processor time until now, of all threads. */
  readonly cpu: () => Promise<number>;
  readonly usage: () => Promise<Usage>;
}

export function start(program: Program): Started {
  const child = spawn(process.execPath, probed(program), {
    cwd: program.folder,
    env: environment('ask'),
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  });
  const probe = child.stdio[3];
  if (!(probe instanceof Duplex)) throw new TypeError('the channel to the probe is not open');
  const ask = async (question: 'cpu' | 'all'): Promise<Usage> => {
    const answered = once(probe, 'data');
    probe.write(question);
    const [answer]: readonly unknown[] = await answered;
    return usageFrom(String(answer));
  };
  return { child, cpu: async () => (await ask('cpu')).cpu, usage: () => ask('all') };
}

/** Everything that a stream says; empty for a stream that is not open. */
async function textOf(stream: object | null | undefined): Promise<string> {
  let text = '';
  if (stream instanceof Readable) for await (const chunk of stream) text += String(chunk);
  return text;
}

function usageFrom(line: string): Usage {
  const told: unknown = JSON.parse(line);
  const number = (name: string): number => Number(new Map(Object.entries(Object(told))).get(name));
  return { cpu: number('cpu') / 1000, peak: number('peak'), resident: number('resident') };
}
