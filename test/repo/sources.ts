/** The repository as its tests see it: path to text, with each source parsed once. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Node } from 'typescript/unstable/ast';
import { matchesGlob } from '../../server/core/workspace/glob';
import { type Import, importsOf, resolveImport } from './imports';
import { parseSource } from './parser';
import { type Comment, commentsOf, nodesOf } from './sourceTree';

/** One file. The functions return the same objects each time and are only for TypeScript and JavaScript. */
export interface SourceFile {
  readonly text: string;
  /** Every node of the tree, each before what is in it. Comments are in none. */
  readonly nodes: () => readonly Node[];
  readonly comments: () => readonly Comment[];
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

/** A file with this text, which is parsed on first use. */
export function sourceFile(text: string): SourceFile {
  const nodes = once(() => nodesOf(parseSource(text)));
  return {
    text,
    nodes,
    comments: once(() => commentsOf(text, nodes())),
    imports: once(() => importsOf(nodes())),
  };
}

/**
 * Remembers what `look` finds in a file, because in a copy of the repository with one change all other files are the same
 * objects.
 */
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

/** The same files with `text` after the end of one of them. */
export const withAppended = (files: Files, path: string, text: string): Files =>
  withFile(files, path, `${files.get(path)?.text ?? ''}\n${text}\n`);

/** The TypeScript sources below some folders, each with or without a slash at its end. */
export const typescriptIn = (files: Files, ...folders: readonly string[]): readonly (readonly [string, SourceFile])[] =>
  [...files].filter(
    ([path]) =>
      path.endsWith('.ts') && folders.some((folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)),
  );

/** The files of the repository that a file imports, each as often as it does. */
export const targetsOf = (files: Files, path: string): readonly string[] =>
  (files.get(path)?.imports() ?? []).flatMap(({ from }) => targetOf(files, path, from) ?? []);

/** The path in the repository that an import of a file means; undefined for a package and for a computed path. */
export const targetOf = (files: Files, path: string, from: string | undefined): string | undefined =>
  from === undefined ? undefined : resolveImport(path, from, (candidate) => files.has(candidate));

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
