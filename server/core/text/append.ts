/** Adds many values to a list: spread into the arguments of `push`, they would overflow the stack. */

/** Adds `more` at the end of `list`. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
