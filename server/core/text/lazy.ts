/** Values that are computed on first use and kept. */

/** Computes on the first call and remembers the value. When `compute` throws, the next call tries again. */
export function lazy<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

/** The same for a function of one object: computes once for each object and keeps no object alive. */
export function lazyFor<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = compute(key);
    made.set(key, { value });
    return value;
  };
}
