/** The sources that the Gemini CLI tables cite. */
import type { Evidence } from '../field';

/** Version of Gemini CLI that the tables describe. */
export const version = '0.61.0';

const program = { source: `Gemini CLI ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run, or read, and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;
