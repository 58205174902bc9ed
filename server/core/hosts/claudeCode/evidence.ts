/** The sources that the Claude Code tables cite. */
import type { Evidence } from '../field';

/** Version of Claude Code that the tables describe. */
export const version = '2.1.332';

const program = { source: `Claude Code ${version} (program)`, checked: '2026-11-26' } as const;

/** The program refuses the file otherwise. */
export const enforced = { ...program, says: 'must' } as const satisfies Evidence;

/** The program was run, or read, and does so. */
export const observed = { ...program, says: 'observed' } as const satisfies Evidence;

/** Documentation for plugin authors requires it; the program does not. */
export const advised = {
  source: 'Guidance for plugin developers by Anthropic',
  checked: '2026-11-23',
  says: 'should',
} as const satisfies Evidence;

/** Its warning at the start about the size of descriptions, seen by many and last in 2.1.263. */
export const warned = {
  source: 'Claude Code (program) and its issue 13493',
  checked: '2026-11-26',
  says: 'observed',
} as const satisfies Evidence;

/** The list of model deprecations that the vendor publishes. */
export const deprecated = {
  source: 'Model deprecations of the Claude API',
  checked: '2026-11-23',
  says: 'must',
} as const satisfies Evidence;

/** The tools that each published version of the program lists in its types. */
export const listed = {
  source: 'Type lists of Claude Code 1.0.60 to 2.1.330',
  checked: '2026-11-23',
  says: 'observed',
} as const satisfies Evidence;

/** The program has it but no document mentions it, so it may be removed without notice. */
export const undocumented = { ...program, says: 'may' } as const satisfies Evidence;
