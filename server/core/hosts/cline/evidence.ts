/** The sources that the Cline tables cite. */
import type { Evidence } from '../field';

/** Version of Cline's command line that the tables describe. */
export const version = '3.0.65';

const program = { source: `Cline ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;

/** The code of the program says so; it was not seen in a run. */
export const readInProgram = {
  source: `Cline ${version} (code of the program, not run)`,
  checked: '2026-11-27',
  says: 'should',
} as const satisfies Evidence;
