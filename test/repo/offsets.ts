/** I4: below the features a place in a text is an offset; lines and characters are the business of those who speak LSP. */
import { resolveImport } from './imports';
import { positionsOf } from './search';
import { type Invariant, typescriptIn } from './sources';

const SOURCE = 'server/core/text/source.ts';

/** The only places that may turn offsets into positions or back. */
const above = [
  'server/core/features/',
  'server/core/index.ts',
  'server/lsp/',
  'server/cli/',
  'server/node/',
  'server/browser/',
];

const converters = ['positionAt', 'offsetAt', 'Position'];

/** Nobody below the features imports a position or asks for a line's characters. */
export const offsetsBelowFeatures: Invariant = (files) =>
  typescriptIn(files, 'server')
    .filter(([path]) => path !== SOURCE && !above.some((place) => path.startsWith(place)))
    .flatMap(([path, file]) => [
      ...file
        .imports()
        .filter(({ from }) => resolveImport(path, from ?? '', (candidate) => files.has(candidate)) === SOURCE)
        .flatMap(({ names }) => names)
        .filter((name) => converters.includes(name))
        .map((name) => ({ path, what: `imports ${name}` })),
      ...['line', 'character'].flatMap((name) =>
        positionsOf(file.code(), '.', name).map(() => ({ path, what: `reads \`.${name}\`` })),
      ),
    ]);
