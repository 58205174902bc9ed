/** The sources that the Copilot CLI tables cite. */
import type { Evidence } from '../field';

/** Version of Copilot CLI that the tables describe. */
export const version = '1.0.102';

const program = { source: `Copilot CLI ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run, and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;
