/** Removes a host from a copy of the repository, and searches for what is left of it. */
import { isIdentifier, isImportDeclaration, isNamedImports, type Node, SyntaxKind } from 'typescript/unstable/ast';
import { CORE, mayUseHostNames } from '../repo/layout';
import {
  type Files,
  type SourceFile,
  targetOf,
  targetsOf,
  typescriptIn,
  type Violation,
  withFile,
} from '../repo/sources';
import { literalOf } from '../repo/sourceTree';

/**
 * The copy without the files of a folder and without what the registry takes from it: the imports, and each entry of a
 * list or a table that is one of the imported names.
 * @param folder With a slash at its end.
 */
export function withoutHost(files: Files, folder: string, registry: string): Files {
  const kept = new Map([...files].filter(([path]) => !path.startsWith(folder)));
  const file = files.get(registry);
  if (file === undefined || kept.size === files.size) throw new RangeError(`${folder} or ${registry} does not exist`);
  const isOfHost = (node: Node): boolean =>
    isImportDeclaration(node) &&
    targetOf(files, registry, literalOf(node.moduleSpecifier))?.startsWith(folder) === true;
  return withFile(kept, registry, without(file, isOfHost));
}

/**
 * The sources of the server outside a folder that import something from it.
 * @param folder With a slash at its end.
 */
export const importersOf = (files: Files, folder: string): readonly string[] =>
  typescriptIn(files, 'server')
    .map(([path]) => path)
    .filter((path) => !path.startsWith(folder) && targetsOf(files, path).some((target) => target.startsWith(folder)));

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The text without some imports and without the entries of lists and tables that are what they import. */
function without(file: SourceFile, isOfHost: (node: Node) => boolean): string {
  const imports = file.nodes().filter(isOfHost);
  const names = new Set(imports.flatMap(importedNames));
  const entries = file
    .nodes()
    .filter((node) => isIdentifier(node) && names.has(node.text))
    .flatMap((node) => entryAround(node) ?? []);
  const cuts: readonly Cut[] = [...imports, ...entries].map((node) => ({
    start: node.getStart(),
    end: node.end + (/^[\s,;]*/.exec(file.text.slice(node.end))?.[0].length ?? 0),
  }));
  const isCut = (at: number): boolean => cuts.some(({ start, end }) => start <= at && at < end);
  return [...file.text.split('')].filter((_, at) => !isCut(at)).join('');
}

const importedNames = (node: Node): readonly string[] => {
  const bindings = isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
  return bindings !== undefined && isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
};

/** The entry of a list or table in which a node is, or undefined. */
function entryAround(node: Node): Node | undefined {
  for (let entry = node; entry.parent !== undefined; entry = entry.parent) {
    if (
      entry.parent.kind === SyntaxKind.ArrayLiteralExpression ||
      entry.parent.kind === SyntaxKind.ObjectLiteralExpression
    )
      return entry;
  }
  return undefined;
}

/** The name of the library for the protocol, which contains that of a program. */
const LIBRARY = /vscode-language[\w-]*/g;

/** Whether a file must have no trace of a removed host. Other hosts may know it as another product. */
const isOfNoHost = (path: string): boolean => path.startsWith(CORE) && !mayUseHostNames(path);

/**
 * The files whose path or text contains one of some names, in any case.
 * @param isSearched The paths to look at; without it the core except for the folders of hosts.
 */
export const tracesOf = (files: Files, names: readonly string[], isSearched = isOfNoHost): readonly Violation[] =>
  [...files]
    .filter(([path]) => isSearched(path))
    .flatMap(([path, { text }]) =>
      names
        // "Decline" is a word that contains the name of a program.
        .filter((name) =>
          `${path}\n${text.replaceAll(LIBRARY, '').replaceAll(/declin/gi, '')}`
            .toLowerCase()
            .includes(name.toLowerCase()),
        )
        .map((name) => ({ path, what: `names ${name}` })),
    );
