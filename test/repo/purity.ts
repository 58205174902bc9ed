/** I2 and I7: the core is pure and synchronous, and neither it nor the server has hidden state. */
import {
  isArrayLiteralExpression,
  isClassDeclaration,
  isClassExpression,
  isNewExpression,
  isPropertyDeclaration,
  isRegularExpressionLiteral,
  isVariableDeclarationList,
  isVariableStatement,
  type Node,
  NodeFlags,
  SyntaxKind,
  type VariableDeclaration,
  type VariableDeclarationList,
} from 'typescript/unstable/ast';
import { isRecord } from '../../server/core/text/records';
import { type Files, type Invariant, perFile, typescriptIn, type Violation } from './sources';
import { isAtTopLevel, lastNameOf, namesIn, readsOf } from './sourceTree';

const CORE = 'server/core';

/** Files of the core that may throw, and why. */
const throwers: ReadonlyMap<string, string> = new Map([
  [
    'server/core/text/edits.ts',
    'an edit list is made by this program: a wrong one is an error of ours and must not reach a text',
  ],
]);

/** What makes a function asynchronous or impure. */
const forbidden: ReadonlySet<string> = new Set([
  'Promise',
  'Date',
  'performance',
  'crypto',
  'globalThis',
  'console',
  'setTimeout',
  'queueMicrotask',
]);

const forbiddenKinds: ReadonlyMap<SyntaxKind, string> = new Map([
  [SyntaxKind.AsyncKeyword, 'async'],
  [SyntaxKind.AwaitExpression, 'await'],
  [SyntaxKind.AwaitKeyword, 'await'],
  [SyntaxKind.ThrowStatement, 'throw'],
]);

/** No promise, no clock, no exception, and no mutable variable or collection of a module. */
export const coreIsPure: Invariant = (files) =>
  typescriptIn(files, CORE).flatMap(([path, file]) => [...impurities(path, file), ...moduleState(path, file)]);

const impurities = perFile((path, file) => {
  const nodes = file.nodes();
  const isChance = readsOf(nodes, 'random').some((node) => 'expression' in node && isMath(node.expression));
  return [
    ...[...namesIn(nodes, forbidden), ...nodes.flatMap(({ kind }) => forbiddenKinds.get(kind) ?? [])]
      .filter((word) => word !== 'throw' || !throwers.has(path))
      .map((word) => ({ path, what: `uses \`${word}\`` })),
    ...(isChance ? [{ path, what: 'uses chance' }] : []),
  ];
});

const isMath = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'text' in value && value.text === 'Math';

/** The compiler sees no Node and no browser in the core: no ambient types, no DOM library. */
export const coreCompilesAlone: Invariant = (files) => {
  const path = `${CORE}/tsconfig.json`;
  const types = compilerOption(files, path, 'types');
  const lib = compilerOption(files, path, 'lib');
  return [
    ...(Array.isArray(types) && types.length === 0 ? [] : [{ path, what: 'has ambient types' }]),
    ...(Array.isArray(lib) && lib.every((name) => typeof name === 'string' && /^es20\d\d$/i.test(name))
      ? []
      : [{ path, what: 'has other libraries than that of ECMAScript' }]),
  ];
};

/** The classes of the language server and the command line, and what each may hold. */
const stateful: ReadonlyMap<string, string> = new Map([
  ['Session', 'what the client can do, and those below'],
  ['Documents', 'the open texts, each with its parsed form'],
  ['PiecedText', 'a text, which never changes'],
  ['Configuration', 'settings: those that the client sent, and the next one'],
  ['ConfigurationFiles', 'settings: what the configuration file of each open document says'],
  ['Configured', 'those below'],
  ['ConfigurationDocuments', 'what is wrong in each configuration file that was read'],
  ['Registration', 'globs of documents that the client was asked for'],
  ['Refresher', 'nothing of its own'],
  ['Presences', 'the index: which other files exist, as far as they were looked up'],
  ['Publisher', 'what waits to be published, in the next one'],
  ['Lookups', 'the open documents with what was asked about other files for them'],
  ['System', 'manifests, and those below'],
  ['Drafts', 'what the rules about one file say of each open document'],
  ['Signs', 'which hosts the folders are used with, by the files that are known'],
  ['Sizes', 'the sizes of files that count for one limit, and which folders are roots of repositories'],
  ['Store', 'the index: what each file says about itself and others'],
  ['Results', 'what is reported about each file'],
  ['Reader', 'names of files, while they are read'],
  ['Folders', 'the folders of the workspace and of the user'],
  ['WorkspacePulls', 'requests that wait for a change'],
  ['Waiting', 'those that wait for a change, or for the first reading'],
  ['Calm', 'names of documents that changed, until the messages that have already arrived are read'],
]);

/** Between requests the server keeps only what these classes contain. */
export const serverStateIsNamed: Invariant = (files) =>
  typescriptIn(files, 'server/lsp', 'server/cli').flatMap(([path, file]) => {
    const classes = file
      .nodes()
      .flatMap((node) => (isClassDeclaration(node) || isClassExpression(node) ? [node.name?.text ?? ''] : []));
    const strays = classes.filter((name) => !stateful.has(name));
    return [...strays.map((name) => ({ path, what: `has a class ${name}` })), ...moduleState(path, file)];
  });

/** Mutable variables and collections at the top level. */
const moduleState = perFile((path, file): readonly Violation[] =>
  file.nodes().flatMap((node) => changeable(node).map((what) => ({ path, what }))),
);

/** The mutable parts of a node itself. */
function changeable(node: Node): readonly string[] {
  if (isPropertyDeclaration(node)) {
    const isStatic = node.modifiers?.some(({ kind }) => kind === SyntaxKind.StaticKeyword) === true;
    return isStatic ? [`has the static member \`${node.name.getText()}\``] : [];
  }
  if (!isAtTopLevel(node)) return [];
  if (isRegularExpressionLiteral(node))
    return /\/[a-z]*[gy][a-z]*$/.test(node.text) ? [`\`${node.text}\` remembers where it was`] : [];
  return isVariableDeclarationList(node) ? node.declarations.flatMap((one) => changeableVariable(node, one)) : [];
}

function changeableVariable(list: VariableDeclarationList, declaration: VariableDeclaration): readonly string[] {
  const name = declaration.name.getText();
  if ((list.flags & NodeFlags.Const) === 0) return [`has the module variable \`${name}\``];
  const { parent } = list;
  const isExported =
    isVariableStatement(parent) && parent.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) === true;
  return isCollection(declaration, isExported) ? [`\`${name}\` is a collection without a readonly type`] : [];
}

/** Whether a constant is a new collection, or an exported list, without a type that says that it is readonly. */
function isCollection({ type, initializer }: VariableDeclaration, isExported: boolean): boolean {
  if (type !== undefined || initializer === undefined) return false;
  if (isNewExpression(initializer))
    return /^(?:Weak)?(?:Map|Set)$|Array$/.test(lastNameOf(initializer.expression) ?? '');
  return isExported && isArrayLiteralExpression(initializer);
}

/** An option of a `tsconfig.json`, from itself or from what it extends. */
function compilerOption(files: Files, path: string, name: string): unknown {
  const config: unknown = JSON.parse(files.get(path)?.text ?? '{}');
  if (!isRecord(config)) return undefined;
  const { compilerOptions: options, extends: parent } = config;
  if (isRecord(options) && name in options) return options[name];
  return typeof parent === 'string' ? compilerOption(files, joined(path, parent), name) : undefined;
}

const joined = (path: string, relative: string): string => new URL(relative, `file:///${path}`).pathname.slice(1);
