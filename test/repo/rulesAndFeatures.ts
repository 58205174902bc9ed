/** I1, for the two floors with many independent files: rules never import rules, features never import features. */
import { resolveImport } from './imports';
import { positionsOf } from './search';
import { type Files, type Invariant, type SourceFile, typescriptIn, type Violation } from './sources';

const RULES = 'server/core/rules';
const FEATURES = 'server/core/features';
const INDEX = 'server/core/index.ts';

/** What several features share. `core/index.ts` shows some of it to the hosts as well. */
const sharedByFeatures = [
  'cursorContext',
  'hover/describe',
  'ranges',
  'diagnostics',
  'actions/fixAll',
  'hover/verdictText',
  'completion/request',
];

/** A rule's file is one that exports a constant of type `Rule`; its name is the rule's id, and the index lists it. */
export const rulesStandAlone: Invariant = (files) => {
  const rules = typescriptIn(files, RULES).filter(([, file]) => idOf(file) !== undefined);
  const paths = new Set(rules.map(([path]) => path));
  const listed = targetsOf(files, `${RULES}/index.ts`);
  return rules.flatMap(([path, file]) => [
    ...targetsOf(files, path)
      .filter((target) => paths.has(target) || target === `${RULES}/index.ts`)
      .map((target) => ({ path, what: `imports ${target}` })),
    ...(listed.includes(path) ? [] : [{ path, what: `is not listed in ${RULES}/index.ts` }]),
    ...(path === `${RULES}/${idOf(file)}.ts` ? [] : [{ path, what: `holds the rule ${idOf(file)}` }]),
  ]);
};

/** A feature is what the index shows of `features/`, except what features share. */
export const featuresStandAlone: Invariant = (files) => {
  const shared = new Set(sharedByFeatures.map((name) => `${FEATURES}/${name}.ts`));
  const entries = new Set(
    targetsOf(files, INDEX).filter((path) => path.startsWith(`${FEATURES}/`) && !shared.has(path)),
  );
  return typescriptIn(files, FEATURES).flatMap(([path]): readonly Violation[] =>
    targetsOf(files, path)
      .filter((target) => entries.has(target))
      .map((target) => ({ path, what: `imports the feature ${target}` })),
  );
};

/** The id of the rule that a file exports, or undefined when it exports none. */
function idOf(file: SourceFile): string | undefined {
  const code = file.code();
  const at = positionsOf(code, 'export', 'const', undefined, ':', 'Rule').at(0);
  if (at === undefined) return undefined;
  const id = positionsOf(code, 'id', ':', undefined).find((position) => position > at);
  return id === undefined ? '' : code[id + 2]?.value;
}

const targetsOf = (files: Files, path: string): readonly string[] =>
  (files.get(path)?.imports() ?? []).flatMap(
    ({ from }) => resolveImport(path, from ?? '', (candidate) => files.has(candidate)) ?? [],
  );
