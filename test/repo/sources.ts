/** The repository as its tests see it: path to text, with the tokens of each source scanned once. */
import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from '../../server/core/workspace/glob';
import { type Import, importsOf } from './imports';
import { codeOf, type Token, tokensOf } from './tokens';

/** One file. The functions answer the same objects each time. */
export interface SourceFile {
  readonly text: string;
  readonly tokens: () => readonly Token[];
  /** The tokens without comments. */
  readonly code: () => readonly Token[];
  readonly imports: () => readonly Import[];
}

/** Path from the root of the repository, `/` between names, to file. */
export type Files = ReadonlyMap<string, SourceFile>;

/** Something that an invariant forbids, and where. */
export interface Violation {
  readonly path: string;
  readonly what: string;
}

/** An invariant: everything in the repository that breaks it. */
export type Invariant = (files: Files) => readonly Violation[];

export function sourceFile(text: string): SourceFile {
  const tokens = once(() => tokensOf(text));
  const code = once(() => codeOf(tokens()));
  return { text, tokens, code, imports: once(() => importsOf(code())) };
}

/** Remembers what `look` finds in a file: in a copy of the repository with one breach all other files are the same objects. */
export function perFile<T>(look: (path: string, file: SourceFile) => T): (path: string, file: SourceFile) => T {
  const found = new WeakMap<SourceFile, { readonly what: T }>();
  return (path, file) => {
    const known = found.get(file) ?? { what: look(path, file) };
    found.set(file, known);
    return known.what;
  };
}

/** The same files with one more, or with another text in the place of one. */
export const withFile = (files: Files, path: string, text: string): Files =>
  new Map([...files, [path, sourceFile(text)]]);

/** The same files with `text` behind the end of one of them. */
export const withAppended = (files: Files, path: string, text: string): Files =>
  withFile(files, path, `${files.get(path)?.text ?? ''}\n${text}\n`);

/** The TypeScript sources below a folder. */
export const typescriptIn = (files: Files, ...folders: readonly string[]): readonly (readonly [string, SourceFile])[] =>
  [...files].filter(([path]) => path.endsWith('.ts') && folders.some((folder) => path.startsWith(`${folder}/`)));

/** Reads the repository in the working directory, without what its `.gitignore` leaves out. Only small text files are read. */
export function readRepository(): Files {
  const ignored = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
  const files = new Map<string, SourceFile>();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name === '.git' || ignored.some((glob) => matchesGlob(entry.name, glob))) continue;
      if (entry.isDirectory()) pending.push(path);
      else files.set(path, isText(path) ? sourceFile(readFileSync(path, 'utf8')) : sourceFile(''));
    }
  }
  return files;
}

const isText = (path: string): boolean => /\.(?:ts|mjs|json|md)$/.test(path) && path !== 'package-lock.json';

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
