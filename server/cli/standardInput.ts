/** Treats standard input as a file at some path, as editors and hooks hand over texts that are not saved. */
import type { Environment } from './environment';
import { flag, text } from './options';

/** The options that say so. */
export const standardInput = {
  stdin: flag('Read the text from standard input'),
  'stdin-filename': text('PATH', 'With --stdin: the path that the text is read as; no file needs to exist there'),
};

/** What the options say: the path and an environment that has the text there, nothing, or what is wrong. */
export type Input =
  | { readonly kind: 'files' }
  | { readonly kind: 'stdin'; readonly path: string; readonly environment: Environment }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string };

/** Reads standard input if the options say so. @param paths the other arguments, which cannot be combined with it */
export function inputOf(
  { stdin, 'stdin-filename': path }: { readonly stdin: boolean; readonly 'stdin-filename': string | undefined },
  paths: readonly string[],
  environment: Environment,
): Input {
  if (!stdin)
    return path === undefined ? { kind: 'files' } : { kind: 'wrong', message: '--stdin-filename needs --stdin' };
  if (path === undefined) return { kind: 'wrong', message: '--stdin needs --stdin-filename PATH' };
  if (paths.length > 0) return { kind: 'wrong', message: '--stdin cannot be combined with other paths' };
  const read = environment.stdin();
  if (read.kind === 'error') return { kind: 'error', message: `standard input: ${read.message}` };
  const absolute = environment.absolute(path);
  const isHere = (other: string): boolean => environment.absolute(other) === absolute;
  return {
    kind: 'stdin',
    path,
    environment: {
      ...environment,
      kindOf: (other) => (isHere(other) ? 'file' : environment.kindOf(other)),
      read: (other) => (isHere(other) ? read : environment.read(other)),
    },
  };
}
