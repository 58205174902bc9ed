/**
 * Tells V8 to optimize a function only after it has run four times as long as usual. This program has many functions that run
 * little each, so that optimizing them takes more than it saves, and holds more memory; what runs long is still optimized.
 *
 * It must be imported before code runs. V8 ignores a flag that it does not know.
 */
import { setFlagsFromString } from 'node:v8';

/** V8's own value is 67,584 in Node 20, in bytes of bytecode that a function runs. */
const BUDGET = 300_000;

setFlagsFromString(`--interrupt-budget=${BUDGET}`);
