/** The sources that the Codex tables cite. */
import type { Evidence } from '../field';

/** Version of Codex that the tables describe. */
export const version = '0.171.0';

const program = { source: `Codex ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;

/** The program accepts the key; what it is for stands in the description of its configuration file. */
export const documented = {
  source: 'Codex, schema of config.toml',
  checked: '2026-11-26',
  says: 'may',
} as const satisfies Evidence;
