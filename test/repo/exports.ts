/** What a source exports is there for other sources. An export that none of them imports is dead code, or a detail of its own file. */
import {
  isClassDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isVariableStatement,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { type Files, type Invariant, perFile, type SourceFile, targetOf } from './sources';

/** Files that are loaded by other means than an import of theirs: by VS Code, as a package, or bundled by a script. */
const LOADED: readonly string[] = [
  'client/src/extension.ts',
  'client/src/extension.web.ts',
  'server/api/index.ts',
  'test/vscode/pages/data.ts',
  'test/vscode/suite/node.ts',
  'test/vscode/suite/web.ts',
];

/** Every function, class and constant that is exported is imported by another source; tests count. Types may be there for readers. */
export const exportsAreUsed: Invariant = (files) => {
  const used = usedIn(files);
  return [...files]
    .filter(([path]) => path.endsWith('.ts') && !LOADED.includes(path))
    .flatMap(([path, file]) =>
      exportedIn(path, file)
        .filter((name) => !used.has(`${path} ${name}`) && !used.has(path))
        .map((name) => ({ path, what: `exports \`${name}\`, which no other source imports` })),
    );
};

/** Each imported name after the path of its source; the path alone where an import takes the whole source. */
function usedIn(files: Files): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [path, file] of files) {
    if (!/\.(?:ts|mjs)$/.test(path)) continue;
    for (const { from, names } of file.imports()) {
      const target = targetOf(files, path, from);
      if (target === undefined || target === path) continue;
      if (names.length === 0) used.add(target);
      for (const name of names) used.add(`${target} ${name}`);
    }
  }
  return used;
}

const exportedIn = perFile((_path: string, file: SourceFile): readonly string[] =>
  file.nodes().flatMap((node) => (isExported(node) ? namesOf(node) : [])),
);

const isExported = (node: Node): boolean =>
  (isVariableStatement(node) || isFunctionDeclaration(node) || isClassDeclaration(node)) &&
  node.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) === true;

function namesOf(node: Node): readonly string[] {
  if (isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => (isIdentifier(name) ? [name.text] : []));
  const name = isFunctionDeclaration(node) || isClassDeclaration(node) ? node.name : undefined;
  return name === undefined ? [] : [name.text];
}
