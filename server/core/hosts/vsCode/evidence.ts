/** The sources that the VS Code tables cite. */
import type { Evidence } from '../field';

/** Version of VS Code that the tables describe, with Copilot Chat 0.67.0. */
export const version = '1.139.1';

const program = { source: `VS Code ${version} (program)`, checked: '2026-11-26' } as const;

/** The program was run, or read, and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;

/** The program accepts it; what it does with it was not seen. */
export const accepted = { ...program, says: 'may' } as const satisfies Evidence;
