/** Splits a command line under Node. */
import { parseArgs } from 'node:util';
import type { Environment } from '../cli/environment';

/** The options and other arguments in `argv`; the caller reports what is wrong with them. */
export const tokensOf: Environment['tokensOf'] = (argv, options) =>
  parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
