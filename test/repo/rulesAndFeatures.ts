/** I1, for the two floors with many independent files: rules never import rules, features never import features. */
import {
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isTypeReferenceNode,
  isVariableDeclaration,
  isVariableStatement,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { CORE_INDEX, FEATURES, FINDINGS, RULES } from './layout';
import { type Invariant, perFile, targetOf, targetsOf, typescriptIn, type Violation } from './sources';
import { literalOf } from './sourceTree';

/** What several features share. `core/index.ts` exports some of it to the servers as well. */
const sharedByFeatures = [
  'cursorContext',
  'hover/describe',
  'ranges',
  'diagnostics',
  'actions/fixAll',
  'hover/verdictText',
  'completion/request',
];

/** What features may take from the rules and from what the rules share. */
const taken: readonly string[] = ['Finding'];

/** A rule's file is one that exports a constant of type `Rule`; its name is the rule's id, and the index lists it. */
export const rulesStandAlone: Invariant = (files) => {
  const rules = typescriptIn(files, RULES).filter(([path, file]) => idOf(path, file) !== undefined);
  const paths = new Set(rules.map(([path]) => path));
  const index = `${RULES}index.ts`;
  const listed = targetsOf(files, index);
  return rules.flatMap(([path, file]) => [
    ...targetsOf(files, path)
      .filter((target) => paths.has(target) || target === index)
      .map((target) => ({ path, what: `imports ${target}` })),
    ...(listed.includes(path) ? [] : [{ path, what: `is not listed in ${index}` }]),
    ...(path === `${RULES}${idOf(path, file)}.ts` ? [] : [{ path, what: `holds the rule ${idOf(path, file)}` }]),
  ]);
};

/** A feature is what the index shows of `features/`, except what features share. */
export const featuresStandAlone: Invariant = (files) => {
  const shared = new Set(sharedByFeatures.map((name) => `${FEATURES}${name}.ts`));
  const entries = new Set(
    targetsOf(files, CORE_INDEX).filter((path) => path.startsWith(FEATURES) && !shared.has(path)),
  );
  return typescriptIn(files, FEATURES).flatMap(([path]): readonly Violation[] =>
    targetsOf(files, path)
      .filter((target) => entries.has(target))
      .map((target) => ({ path, what: `imports the feature ${target}` })),
  );
};

/** Features take the type of a finding from the rules and from what the rules share, and nothing else. */
export const featuresTakeOnlyFindings: Invariant = (files) =>
  typescriptIn(files, FEATURES).flatMap(([path, file]): readonly Violation[] => {
    const names = file.imports().flatMap(({ from, names }) => {
      const target = targetOf(files, path, from);
      const isFromRules = target !== undefined && [RULES, FINDINGS].some((folder) => target.startsWith(folder));
      return isFromRules ? (names.length > 0 ? names : ['all']) : [];
    });
    return names
      .filter((name) => !taken.includes(name))
      .map((name) => ({ path, what: `takes \`${name}\` from the rules` }));
  });

/** The id of the rule that a file exports, empty when the rule has none, or undefined when it exports no rule. */
const idOf = perFile((_, file): string | undefined => {
  for (const node of file.nodes()) {
    if (!isVariableDeclaration(node) || node.type === undefined || !isTypeReferenceNode(node.type)) continue;
    const { typeName } = node.type;
    const statement = node.parent?.parent;
    const isExported =
      statement !== undefined &&
      isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) === true;
    if (!isExported || !isIdentifier(typeName) || typeName.text !== 'Rule') continue;
    const { initializer } = node;
    const properties =
      initializer !== undefined && isObjectLiteralExpression(initializer) ? [...initializer.properties] : [];
    const ids = properties.flatMap((property) =>
      isPropertyAssignment(property) && isIdentifier(property.name) && property.name.text === 'id'
        ? [literalOf(property.initializer) ?? '']
        : [],
    );
    return ids[0] ?? '';
  }
  return undefined;
});
