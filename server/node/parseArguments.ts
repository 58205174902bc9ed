/** Splits a command line under Node. */
import { parseArgs } from 'node:util';
import type { Environment } from '../cli/environment';

/** The options and other arguments in `argv`; what is wrong with them is for the caller to say. */
export const tokensOf: Environment['tokensOf'] = (argv, options) =>
  parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
