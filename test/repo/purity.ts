/** I2 and I7: the core is pure and synchronous, and neither it nor the server keeps state where nobody sees it. */
import { isRecord } from '../../server/core/lint/records';
import { positionsOf, wordsIn } from './search';
import { type Files, type Invariant, perFile, typescriptIn, type Violation } from './sources';

const CORE = 'server/core';

/** Files of the core that may throw, and why. */
const throwers: ReadonlyMap<string, string> = new Map([
  [
    'server/core/text/edits.ts',
    'an edit list is made by this program: a wrong one is an error of ours and must not reach a text',
  ],
]);

/** What makes a function answer later, or differently each time, or not at all. */
const forbidden: readonly string[] = [
  'async',
  'await',
  'Promise',
  'throw',
  'Date',
  'performance',
  'crypto',
  'globalThis',
  'console',
];

/** No promise, no clock, no exception, and no mutable variable or collection of a module. */
export const coreIsPure: Invariant = (files) =>
  typescriptIn(files, CORE).flatMap(([path, file]) => [...impurities(path, file), ...moduleState(path, file)]);

const impurities = perFile((path, file) => [
  ...wordsIn(file.code(), forbidden)
    .filter((word) => word !== 'throw' || !throwers.has(path))
    .map((word) => ({ path, what: `uses \`${word}\`` })),
  ...(positionsOf(file.code(), 'Math', '.', 'random').length > 0 ? [{ path, what: 'uses chance' }] : []),
]);

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
  ['Configuration', 'settings: those that the client sent, and the next one'],
  ['ConfigurationFiles', 'settings: what the configuration file of each open document says'],
  ['Refresher', 'nothing of its own'],
  ['Presences', 'the index: which files beside the open ones are there, as far as somebody has looked'],
  ['Publisher', 'what waits to be published, in the next one'],
  ['Calm', 'names of documents that changed, until the messages that have already arrived are read'],
]);

/** Between requests the server holds what these classes hold, and nothing else. */
export const serverStateIsNamed: Invariant = (files) =>
  typescriptIn(files, 'server/lsp', 'server/cli').flatMap(([path, file]) => {
    const code = file.code();
    const classes = positionsOf(code, 'class', undefined).map((at) => code[at + 1]?.text ?? '');
    const strays = classes.filter((name) => !stateful.has(name));
    return [...strays.map((name) => ({ path, what: `has a class ${name}` })), ...moduleState(path, file)];
  });

/** Variables and collections at the top level that somebody could change. */
const moduleState = perFile((path, file): readonly Violation[] => {
  const code = file.code();
  const atTop = (at: number): boolean => code[at]?.depth === 0;
  const variables = [...positionsOf(code, 'let'), ...positionsOf(code, 'var')].filter(atTop);
  const statics = positionsOf(code, 'static', undefined);
  const constants = positionsOf(code, 'const', undefined, '=').filter(atTop);
  const collections = constants.filter((at) => {
    const [next, name] = [code[at + 3], code[at + 4]];
    if (next?.text === 'new') return /^(?:Weak)?(?:Map|Set)$|Array$/.test(name?.text ?? '');
    const isExportedList = next?.text === '[' && code[at - 1]?.text === 'export';
    return isExportedList && !positionsOf(code, ']', 'as', 'const').some((end) => end > at && atTop(end));
  });
  const patterns = code.filter(
    ({ kind, text, depth }) => kind === 'regexp' && depth === 0 && /\/[a-z]*[gy][a-z]*$/.test(text),
  );
  return [
    ...variables.map((at) => ({ path, what: `has the module variable \`${code[at + 1]?.text}\`` })),
    ...statics.map((at) => ({ path, what: `has the static member \`${code[at + 1]?.text}\`` })),
    ...collections.map((at) => ({ path, what: `\`${code[at + 1]?.text}\` is a collection without a readonly type` })),
    ...patterns.map(({ text }) => ({ path, what: `\`${text}\` remembers where it was` })),
  ];
});

/** An option of a `tsconfig.json`, from itself or from what it extends. */
function compilerOption(files: Files, path: string, name: string): unknown {
  const config: unknown = JSON.parse(files.get(path)?.text ?? '{}');
  if (!isRecord(config)) return undefined;
  const { compilerOptions: options, extends: parent } = config;
  if (isRecord(options) && name in options) return options[name];
  return typeof parent === 'string' ? compilerOption(files, joined(path, parent), name) : undefined;
}

const joined = (path: string, relative: string): string => new URL(relative, `file:///${path}`).pathname.slice(1);
