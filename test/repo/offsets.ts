/** I4: below the features a place in a text is an offset; only the LSP layers use lines and characters. */
import { CORE_INDEX, FEATURES, SOURCE_TEXT } from './layout';
import { type Invariant, targetOf, typescriptIn } from './sources';
import { readsOf } from './sourceTree';

/** The only places that may turn offsets into positions or back. */
const above: readonly string[] = [
  FEATURES,
  CORE_INDEX,
  'server/lsp/',
  'server/cli/',
  'server/node/',
  'server/browser/',
];

const converters = ['positionAt', 'positionIn', 'offsetAt', 'Position'];

/** No file below the features imports a position or reads a line's characters. */
export const offsetsBelowFeatures: Invariant = (files) =>
  typescriptIn(files, 'server')
    .filter(([path]) => path !== SOURCE_TEXT && !above.some((place) => path.startsWith(place)))
    .flatMap(([path, file]) => [
      ...file
        .imports()
        .filter(({ from }) => targetOf(files, path, from) === SOURCE_TEXT)
        .flatMap(({ names }) => names)
        .filter((name) => converters.includes(name))
        .map((name) => ({ path, what: `imports ${name}` })),
      ...['line', 'character'].flatMap((name) =>
        readsOf(file.nodes(), name).map(() => ({ path, what: `reads \`.${name}\`` })),
      ),
    ]);
