/** The sources that the OpenCode and Kilo tables cite. */
import type { Evidence } from '../field';

/** Version of OpenCode that the tables describe. */
export const version = '1.18.33';

/** Version of Kilo that the tables describe. */
export const kiloVersion = '7.7.9';

const program = { source: `OpenCode ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run, or read, and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;

/** The same program with other names and a few changes. */
export const ofKilo = <T extends Evidence>(evidence: T): Evidence => ({
  ...evidence,
  source: `Kilo Code ${kiloVersion} (program)`,
});
