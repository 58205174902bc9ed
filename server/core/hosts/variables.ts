/** Finds `${name}` in a body, for hosts that replace it. */
import { type Span, span } from '../text/span';

/** A name between `${` and `}`, with all of it. */
export interface Variable {
  readonly name: string;
  readonly span: Span;
}

/** Which variables a host fills in. */
interface Variables {
  readonly known: readonly string[];
  /** Set where a name cannot begin with a digit. */
  readonly isIdentifier?: true;
}

/** The first place of each variable from `start` on that the host does not fill in, in file order. */
export function unknownVariables(text: string, start: number, { known, isIdentifier }: Variables): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const match of text.slice(start).matchAll(/\$\{(\w+)\}/g)) {
    const [whole, name = ''] = match;
    const from = start + match.index;
    if (isIdentifier === true && /^\d/.test(name)) continue;
    if (!known.includes(name) && !found.has(name)) found.set(name, { name, span: span(from, from + whole.length) });
  }
  return [...found.values()];
}
