/** Pairs of section kinds with opposite meanings. */

const pairs: readonly (readonly [string, string])[] = [
  ['allowed-access', 'forbidden-access'],
  ['when-to-use', 'when-not-to-use'],
];

const contraries: ReadonlyMap<string, string> = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

/** The `id` of the section kind with the opposite meaning of `kind`; undefined when there is none. */
export const contraryOf = (kind: string): string | undefined => contraries.get(kind);
