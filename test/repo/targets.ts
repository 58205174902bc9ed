/** The targets for size and form, and the content of the top level of the repository. */

import { isAsExpression, SyntaxKind } from 'typescript/unstable/ast';
import { AGENT_FILES } from '../../server/node/generate/agentFiles';
import { mayBeTable } from './layout';
import { type Invariant, type SourceFile, typescriptIn, type Violation } from './sources';

const MAX_LINES = 300;
const MAX_MEDIAN = 80;

const linesOf = ({ text }: SourceFile): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Tables may be as long as what they list, as long as they are nothing but tables. */
const isData = (path: string, file: SourceFile): boolean =>
  (mayBeTable(path) || path === AGENT_FILES) && !file.nodes().some(({ kind }) => actions.has(kind));

/** What a table must not contain. */
const actions: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.ClassExpression,
  SyntaxKind.IfStatement,
  SyntaxKind.SwitchStatement,
  SyntaxKind.ForStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.WhileStatement,
  SyntaxKind.DoStatement,
]);

const saysWhyLong = (file: SourceFile): boolean => /\bLong[\s*]+because\b/.test(file.comments()[0]?.text ?? '');

/** No source is very large, and most are small. Tables in tests may be long, helpers may not; a long file says why. */
export const filesAreSmall: Invariant = (files) => {
  const products = typescriptIn(files, 'server', 'client');
  const helpers = typescriptIn(files, 'test').filter(([path]) => !path.endsWith('.test.ts'));
  const isLong = ([, file]: readonly [string, SourceFile]): boolean => linesOf(file) > MAX_LINES;
  const large = [...products, ...helpers].filter((one) => isLong(one) && !isData(...one));
  const unexplained = typescriptIn(files, 'server', 'client', 'test').filter(
    (one) => isLong(one) && !saysWhyLong(one[1]),
  );
  const sizes = products.map(([, file]) => linesOf(file)).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return [
    ...large.map(([path, file]) => ({ path, what: `has ${linesOf(file)} lines` })),
    ...unexplained.map(([path]) => ({ path, what: 'does not say in its first comment why it is long' })),
    ...(median > MAX_MEDIAN ? [{ path: 'server', what: `the median source has ${median} lines` }] : []),
  ];
};

/** No source suppresses the compiler or the linter. */
export const nothingIsSuppressed: Invariant = (files) =>
  [...files].flatMap(([path, file]): readonly Violation[] => {
    if (!/\.(?:ts|mjs)$/.test(path)) return [];
    const nodes = file.nodes();
    const anys = nodes.filter(({ kind }) => kind === SyntaxKind.AnyKeyword);
    const casts = nodes.filter((node) => isAsExpression(node) && blind.has(node.type.kind));
    const promises = nodes.filter(({ kind }) => kind === SyntaxKind.NonNullExpression);
    const comments = file.comments().filter(({ text }) => isSuppression(text));
    return [
      ...anys.map(() => ({ path, what: 'uses `any`' })),
      ...promises.map(() => ({ path, what: 'asserts with `!` that something is there' })),
      ...casts.map(() => ({ path, what: 'casts past the compiler' })),
      ...comments.map(({ text }) => ({ path, what: `suppresses: ${text}` })),
    ];
  });

/** Types to which everything can be cast. */
const blind: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.AnyKeyword,
  SyntaxKind.UnknownKeyword,
  SyntaxKind.NeverKeyword,
]);

const isSuppression = (comment: string): boolean =>
  /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|prettier-ignore|(?:c8|v8|istanbul) ignore/.test(
    comment,
  );

/** No merge left its markers in a file, not even in a comment, where the compiler does not see them. */
export const noConflictIsLeft: Invariant = (files) =>
  [...files]
    // A page of a rule shows the markers in an example.
    .filter(([path, { text }]) => !path.startsWith('docs/rules/') && /^(?:<{7}|>{7}|\|{7})(?: |$)/m.test(text))
    .map(([path]) => ({ path, what: 'contains a conflict marker' }));

/** British spellings and quaint words, which comments and documents do not use. */
const unusual =
  /\b(?:colours?|behaviour|neighbours?|recognis\w+|normalis\w+|serialis\w+|front matter|nobody|somebody|anew|likewise|whereby|without a word|becomes of)\b/i;

/** Comments and documents use the words of the field, in American spelling. */
export const wordsArePlain: Invariant = (files) =>
  [...files].flatMap(([path, file]) => {
    const texts = /\.(?:ts|mjs)$/.test(path)
      ? file.comments().map(({ text }) => text)
      : path.endsWith('.md')
        ? [file.text]
        : [];
    return texts.flatMap((text) => {
      const word = unusual.exec(text)?.[0];
      return word === undefined ? [] : [{ path, what: `uses the word "${word}"` }];
    });
  });

/** The first line of a file says what it is for. */
export const filesSayWhatTheyAreFor: Invariant = (files) =>
  typescriptIn(files, 'server', 'client', 'test')
    .filter(([, file]) => {
      const first = /^\s*(\/\*\*.*?\*\/)/s.exec(file.text)?.[1] ?? '';
      return !/^\/\*\*[\s*]+\S.*[.:]/s.test(first) || first.split(/\s+/).length < 5;
    })
    .map(([path]) => ({ path, what: 'does not open with a sentence that says what it is for' }));

const topLevel = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'build.mjs',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'client',
  'server',
  'syntaxes',
  'snippets',
  'test',
  'docs',
  // GitHub finds an action, and VS Code the texts of a manifest with their translations, only here.
  'action.yml',
  'package.nls.json',
  'package.nls.zh-cn.json',
];

/**
 * The layout of the design: few names at the top, one package, no folder for miscellaneous code, nothing that runs on install.
 */
export const layoutHolds: Invariant = (files) => {
  const strays = [...files.keys()].filter(
    (path) => !path.startsWith('.') && !topLevel.includes(path.split('/')[0] ?? ''),
  );
  const drawers = [...files.keys()].filter((path) =>
    /(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:\/|\.ts$)/i.test(path),
  );
  const packages = [...files.keys()].filter((path) => /\/package(?:-lock)?\.json$/.test(path));
  const hooks = /"(?:pre|post)?install"\s*:|"prepare"\s*:/.test(files.get('package.json')?.text ?? '');
  return [
    ...strays.map((path) => ({ path, what: 'does not belong to the top level' })),
    ...drawers.map((path) => ({ path, what: 'is a drawer, not a part' })),
    ...packages.map((path) => ({ path, what: 'is a second package' })),
    ...(hooks ? [{ path: 'package.json', what: 'runs a script on install' }] : []),
  ];
};
