/** Shares the work of a check among threads. Each takes the next files when it is done with its last ones. */
import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { Environment } from '../cli/environment';
import { doneWith } from '../cli/reported';
import type { Work, WorkOutcome } from '../cli/work';
import { isRecord } from '../core/index';

/** Loaded when it is needed, because most runs check few files and start no thread. */
const workerThreads = (): typeof import('node:worker_threads') => require('node:worker_threads');

/** The argument that tells the program that it runs in such a thread. */
const THREAD = '--thread';

/** What a thread is started with. */
export interface Share {
  readonly work: Work;
  /** The number of targets that were taken, and then the state of each thread but the first. */
  readonly shared: Int32Array;
  /** The index of this thread's state. */
  readonly slot: number;
  readonly port: MessagePort;
}

/** The index of the number of targets that were taken. */
const TAKEN = 0;

/** States of a thread. One that is not needed finds everything done before it has started. */
const state = { starting: 0, working: 1, ended: 2, notNeeded: 3 } as const;

/** How many files a thread takes at a time: few, so that none is left with much at the end. */
const PORTION = 8;

/** More threads wait for memory more than they help. */
const MOST_THREADS = 8;

/** How long a thread may keep this one waiting after the last file of its own, in milliseconds. */
const LONGEST = 60_000;

/**
 * Does some work on as many threads as the machine runs at once, this one included.
 * @param program The file of this program, which other threads run as well.
 * @returns What came of each target; undefined where there is only one thread, or when one has failed.
 */
export function sharedOut(
  work: Work,
  environment: Environment,
  program: string,
): ReadonlyMap<string, WorkOutcome> | undefined {
  try {
    return onThreads(work, environment, program);
  } catch {
    // Node may be told to start no threads. Whatever else is wrong will be wrong again on the first thread, and be reported there.
    return undefined;
  }
}

function onThreads(
  work: Work,
  environment: Environment,
  program: string,
): ReadonlyMap<string, WorkOutcome> | undefined {
  const others = Math.min(MOST_THREADS, availableParallelism()) - 1;
  if (others < 1) return undefined;
  const shared = new Int32Array(new SharedArrayBuffer((1 + others) * Int32Array.BYTES_PER_ELEMENT));
  const threads = Array.from({ length: others }, (_, i) => ({
    slot: i + 1,
    port: startThread(work, shared, i + 1, program),
  }));
  const outcomes = new Map(doneWith(work, environment, taking(shared)));
  for (const { slot, port } of threads) {
    const isUnused = Atomics.compareExchange(shared, slot, state.starting, state.notNeeded) === state.starting;
    const part = isUnused ? new Map<string, WorkOutcome>() : received(port, shared, slot);
    port.close();
    if (part === undefined) return undefined;
    for (const [path, outcome] of part) outcomes.set(path, outcome);
  }
  return outcomes;
}

function startThread(work: Work, shared: Int32Array, slot: number, program: string): MessagePort {
  const { MessageChannel, Worker } = workerThreads();
  const { port1, port2 } = new MessageChannel();
  const share: Share = { work, shared, slot, port: port2 };
  const worker = new Worker(program, { argv: [THREAD], workerData: share, transferList: [port2] });
  // What it could not do is done here.
  worker.on('error', () => undefined);
  worker.unref();
  return port1;
}

/** What another thread runs. */
export function runShare({ work, shared, slot, port }: Share, environment: Environment): void {
  if (Atomics.compareExchange(shared, slot, state.starting, state.working) !== state.starting) return;
  try {
    port.postMessage(doneWith(work, environment, taking(shared)));
  } finally {
    Atomics.store(shared, slot, state.ended);
    Atomics.notify(shared, slot);
  }
}

/** The indexes of the targets that this thread takes. */
function taking(shared: Int32Array): () => number {
  let next = 0;
  let end = 0;
  return () => {
    if (next === end) {
      next = Atomics.add(shared, TAKEN, PORTION);
      end = next + PORTION;
    }
    return next++;
  };
}

/** Waits for the answer of a thread; undefined when it ends without one, or not in time. */
function received(port: MessagePort, shared: Int32Array, slot: number): ReadonlyMap<string, WorkOutcome> | undefined {
  if (Atomics.load(shared, slot) !== state.ended) Atomics.wait(shared, slot, state.working, LONGEST);
  return workerThreads().receiveMessageOnPort(port)?.message;
}

/**
 * The share that this thread was started to do; undefined in the first thread.
 * @param argv The arguments of the program.
 */
export function ownShare([first]: readonly string[]): Share | undefined {
  if (first !== THREAD) return undefined;
  const { workerData } = workerThreads();
  return isShare(workerData) ? workerData : undefined;
}

const isShare = (data: unknown): data is Share => isRecord(data) && data['shared'] instanceof Int32Array;
