/** What a source imports: static and dynamic imports, re-exports, types by `import('…')`, and `require`. */
import {
  isCallExpression,
  isExportDeclaration,
  isExternalModuleReference,
  isIdentifier,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedExports,
  isNamedImports,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { literalOf } from './sourceTree';

export interface Import {
  /** The specifier as written; undefined when it is computed. */
  readonly from: string | undefined;
  /** The names taken from the module, as it calls them; empty for a default, namespace, dynamic or bare import. */
  readonly names: readonly string[];
  readonly dynamic: boolean;
  /** `import type …`, which is gone when the program runs. */
  readonly onlyTypes: boolean;
}

/**
 * The imports of a source, in file order.
 * @param nodes All its nodes.
 */
export const importsOf = (nodes: readonly Node[]): readonly Import[] => nodes.flatMap((node) => importAt(node) ?? []);

function importAt(node: Node): Import | undefined {
  if (isImportDeclaration(node)) {
    const { importClause: clause } = node;
    const named = clause?.namedBindings;
    return {
      from: literalOf(node.moduleSpecifier),
      names: named !== undefined && isNamedImports(named) ? named.elements.map(nameOf) : [],
      dynamic: false,
      onlyTypes: clause?.phaseModifier === SyntaxKind.TypeKeyword,
    };
  }
  if (isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const { exportClause: clause } = node;
    return {
      from: literalOf(node.moduleSpecifier),
      names: clause !== undefined && isNamedExports(clause) ? clause.elements.map(nameOf) : [],
      dynamic: false,
      onlyTypes: node.isTypeOnly,
    };
  }
  if (isImportTypeNode(node)) {
    const { argument, qualifier } = node;
    const names = qualifier !== undefined && isIdentifier(qualifier) ? [qualifier.text] : [];
    const from = isLiteralTypeNode(argument) ? literalOf(argument.literal) : undefined;
    return { from, names, dynamic: false, onlyTypes: true };
  }
  if (isExternalModuleReference(node))
    return { from: literalOf(node.expression), names: [], dynamic: false, onlyTypes: false };
  if (isCallExpression(node) && isLoader(node.expression))
    return { from: literalOf(node.arguments[0]), names: [], dynamic: true, onlyTypes: false };
  return undefined;
}

const isLoader = (callee: Node): boolean =>
  callee.kind === SyntaxKind.ImportKeyword || (isIdentifier(callee) && callee.text === 'require');

const nameOf = ({
  name,
  propertyName,
}: {
  readonly name: { readonly text: string };
  readonly propertyName?: { readonly text: string } | undefined;
}): string => (propertyName ?? name).text;

/**
 * The path in the repository that a relative specifier means, or undefined for a package.
 * @param exists Whether there is a file at a path.
 */
export function resolveImport(importer: string, from: string, exists: (path: string) => boolean): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const parts = importer.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return [path, `${path}.ts`, `${path}/index.ts`].find(exists) ?? path;
}
