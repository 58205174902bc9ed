/** The sources that the tables of Factory droid cite. */
import type { Evidence } from '../field';

/** Version of Factory droid that the tables describe. */
export const version = '0.215.0';

/** The program was run and does so. */
export const observed = {
  source: `Factory droid ${version} (program)`,
  checked: '2026-11-26',
  says: 'observed',
} as const satisfies Evidence;

/** The code of the program says so. No agent could be started without the service of Factory. */
export const readInProgram = {
  source: `Factory droid ${version} (code of the program, not run)`,
  checked: '2026-11-27',
  says: 'should',
} as const satisfies Evidence;

/** The documentation says so. */
export const documented = {
  source: 'Documentation of Factory',
  checked: '2026-11-26',
  says: 'may',
} as const satisfies Evidence;
