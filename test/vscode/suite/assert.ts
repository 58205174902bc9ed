/** The assertions of the suite. The web extension host has no `node:assert`. */

export function fail(message: string): never {
  throw new Error(message);
}

export function ok(value: unknown, message = 'expected a value'): asserts value {
  if (!value) fail(message);
}

/** Compares what the two values are as JSON. */
export function equal(got: unknown, wanted: unknown, what = 'value'): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) fail(`${what}: got ${a}, wanted ${b}`);
}

export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) fail(`'${text}' does not match ${pattern}`);
}
