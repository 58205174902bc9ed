/** Matches paths against the globs of formats, in time linear in path times pattern. */

/**
 * Whether `path` matches `glob`.
 * @param path Names separated by `/`; or the path of a URI.
 * @param glob `**` as a whole name matches any number of names, `*` any characters within one name.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const names = path.split('/');
  const patterns = glob.split('/');
  // reachable[i]: whether the first i names are matched by the patterns read so far.
  let reachable = names.map(() => false);
  reachable = [true, ...reachable];
  for (const pattern of patterns) {
    const next = reachable.map(() => false);
    if (pattern === '**') {
      let open = false;
      reachable.forEach((isReachable, i) => {
        open ||= isReachable;
        next[i] = open;
      });
    } else {
      names.forEach((name, i) => {
        if (reachable[i] === true && matchesName(name, pattern)) next[i + 1] = true;
      });
    }
    reachable = next;
  }
  return reachable.at(-1) === true;
}

/** One name against a pattern with `*`: the parts between stars must occur in order, the first and last at the ends. */
function matchesName(name: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return name === pattern;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
