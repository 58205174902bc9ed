/** Random numbers that depend on a seed alone, so that every case can be repeated. */

/** A source of random choices. */
export interface Random {
  /** An integer from 0 to `below` - 1; 0 when `below` is less than 1. */
  readonly int: (below: number) => number;
  /** True with this probability, from 0 to 1. */
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** The random choices of one case. Equal parts give equal choices. */
export function randomOf(...parts: readonly (string | number)[]): Random {
  let state = hashOf(parts.join('\0'));
  // Mulberry32: short, fast, and good enough to choose test cases.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * Math.max(0, below));
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('there is nothing to choose from');
      return list[int(list.length)] as T;
    },
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
