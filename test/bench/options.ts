/** The options of `npm run bench`. */
import { parseArgs } from 'node:util';

/** The names of parts, for `--only`. */
export const partNames = ['check', 'start', 'keystroke', 'request', 'open', 'memory', 'workspace', 'package'] as const;

export interface Options {
  /** Ours and the floor only, few rounds. */
  readonly quick: boolean;
  /** Write the ratios of a quick run. */
  readonly record: boolean;
  readonly only: readonly string[];
}

const HELP = `Measures our programs, a plain-Node floor and peers in turn, and prints medians and ratios.

Usage: npm run bench -- [options]

  (no option)    measure everything and write the table into docs/performance.md; takes about ten minutes
  --quick        ours and the floor only; compare with test/bench/recorded.json and fail when a row is too slow
  --record       like --quick, but write test/bench/recorded.json
  --only <part>  measure one part, write nothing; may be repeated: ${partNames.join(', ')}
  --help         print this text

Peers are installed from the npm registry into dist/bench/peers.
Exit codes: 0 fine, 1 slower than recorded or not measured, 2 wrong usage.
`;

/** The options; or a text to print, and the exit code. */
export type Parsed = { readonly options: Options } | { readonly text: string; readonly code: 0 | 2 };

export function parseOptions(args: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { text: HELP, code: 0 };
    const known: readonly string[] = partNames;
    const unknown = values.only.find((name) => !known.includes(name));
    if (unknown !== undefined) return wrong(`there is no part '${unknown}'; the parts are ${partNames.join(', ')}`);
    if (values.record && values.only.length > 0) return wrong('--record measures all rows, so it excludes --only');
    return { options: { quick: values.quick || values.record, record: values.record, only: values.only } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

const wrong = (why: string): Parsed => ({ text: `bench: ${why}\nTry npm run bench -- --help\n`, code: 2 });
