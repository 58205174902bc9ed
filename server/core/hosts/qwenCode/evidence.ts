/** The sources that the Qwen Code tables cite. */
import type { Evidence } from '../field';

/** Version of Qwen Code that the tables describe. */
export const version = '0.24.4';

const program = { source: `Qwen Code ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run, or read, and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;
