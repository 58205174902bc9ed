/** Treats standard input as a file at a given path, for editors and hooks that pass unsaved text. */
import type { Environment } from './environment';
import { flag, text } from './options';

/** The options for it. */
export const standardInput = {
  stdin: flag('Read the text from standard input'),
  'stdin-filename': text('PATH', 'With --stdin: the path of the text; the file need not exist'),
};

/** The path with an environment that has the text there, nothing without the options, or what is wrong. */
export type Input =
  | { readonly kind: 'files' }
  | { readonly kind: 'stdin'; readonly path: string; readonly environment: Environment }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string };

/**
 * Reads standard input when the options say so.
 * @param paths the other arguments, which cannot be combined with it
 */
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
      read: (other, enough) => (isHere(other) ? read : environment.read(other, enough)),
    },
  };
}
