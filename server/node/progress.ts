/** Shows on a terminal how far a long run is, in one line that is gone when something else is written. */
import type { Environment } from '../cli/environment';

/** In milliseconds: shorter runs show nothing, and the line changes ten times a second at most. */
const BEFORE_FIRST = 500;
const BETWEEN = 100;

/** Moves to the beginning of the line and erases it. */
const ERASE = '\r\u001b[K';

export interface Progress {
  readonly show: NonNullable<Environment['progress']>;
  /** Erases the line, before something else is written. */
  readonly clear: () => void;
}

/**
 * @param write Writes to the terminal.
 * @param now The time in milliseconds.
 */
export function progressOn(write: (text: string) => void, now: () => number): Progress {
  let next: number | undefined;
  let isShown = false;
  const clear = (): void => {
    if (isShown) write(ERASE);
    isShown = false;
  };
  return {
    show(done, total) {
      const time = now();
      next ??= time + BEFORE_FIRST;
      if (done >= total) clear();
      else if (time >= next) {
        write(`${ERASE}Checked ${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`);
        isShown = true;
        next = time + BETWEEN;
      }
    },
    clear,
  };
}

/** Whether a line may be erased there: not in logs of continuous integration, and not on terminals that cannot. */
export const canErase = ({ CI = '', TERM }: NodeJS.ProcessEnv): boolean =>
  (CI === '' || CI === 'false') && TERM !== 'dumb';
