/** Shows what is being measured: one changing line on a terminal, a line for each part elsewhere. */

export interface Progress {
  readonly tell: (line: string) => void;
  /** Removes the line. */
  readonly end: () => void;
}

/** Writes to standard error, so that standard output has the table only. */
export function progress(): Progress {
  if (process.stderr.isTTY) {
    const show = (line: string): void => void process.stderr.write(`\r\u001b[K${line}`);
    return { tell: (line) => show(line.slice(0, (process.stderr.columns ?? 80) - 1)), end: () => show('') };
  }
  return {
    tell: (line) => void (line.includes(': round ') || process.stderr.write(`${line}\n`)),
    end: () => undefined,
  };
}
