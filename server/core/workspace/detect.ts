/** Which dialect a file is written in, by where it lies. */
import type { Dialect } from '../dialects/dialect';
import { dialects } from '../dialects/index';
import { matchesGlob } from './glob';

/** The dialect of the file at `path` (`/` between names, or a URI), or undefined when it is no agent file of a known host. */
export function detect(path: string): Dialect | undefined {
  const plain = decoded(path).replaceAll('\\', '/');
  return dialects.find((dialect) => dialect.files.some((glob) => matchesGlob(plain, glob)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray percent sign: not percent-encoded after all
  }
}
