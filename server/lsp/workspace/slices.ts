/** Long work in slices, between which messages are read. */
import type { Turn } from '../calm';

/** Milliseconds of work after which others get their turn. A request may need two turns before it is read. */
const SLICE = 1;

/** The same turns for several who work in slices. Only one of them has each turn, so that a request waits for one slice and not for all. */
export function inTurn(turn: Turn): Turn {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    const act = waiting.shift();
    if (waiting.length > 0) turn(next);
    act?.();
  };
  return (act) => {
    waiting.push(act);
    if (waiting.length === 1) turn(next);
  };
}

/**
 * Does something with each item, in order.
 * @param isOver Asked between slices: whether the work is no longer wanted.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  act: (item: T) => void | Promise<void>,
  turn: Turn,
  isOver: () => boolean,
): Promise<void> {
  let began = Date.now();
  for (const item of items) {
    const waits = act(item);
    if (waits !== undefined) await waits;
    if (Date.now() - began < SLICE) continue;
    await new Promise<void>((resolve) => {
      turn(resolve);
    });
    if (isOver()) return;
    began = Date.now();
  }
}
