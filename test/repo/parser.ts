/**
 * Parses TypeScript with the compiler of the project. Only this file starts the compiler, whose programming interface is not
 * stable yet.
 */
import type { SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

export type Parse = (text: string) => SourceFile;

const CONFIG = '/parser/tsconfig.json';
const SOURCE = '/parser/source.ts';

/**
 * Starts a compiler that sees a single source, whose text is changed for each parse. It resolves and checks nothing, so that
 * a parse takes about 2 ms. The trees stay valid. The compiler ends when this process does.
 */
function startParser(): Parse {
  const texts = new Map([
    [SOURCE, ''],
    [CONFIG, JSON.stringify({ compilerOptions: { noResolve: true, noLib: true, types: [] }, files: ['source.ts'] })],
  ]);
  const compiler = new API({
    cwd: '/parser',
    fs: {
      readFile: (path) => texts.get(path) ?? null,
      fileExists: (path) => texts.has(path),
      directoryExists: (path) => path === '/parser',
      getAccessibleEntries: () => ({ files: [], directories: [] }),
      realpath: (path) => path,
    },
  });
  let snapshot = compiler.updateSnapshot({ openProjects: [CONFIG] });
  return (text) => {
    texts.set(SOURCE, text);
    const next = compiler.updateSnapshot({ fileChanges: { changed: [SOURCE] } });
    const tree = next.getProject(CONFIG)?.program.getSourceFile(SOURCE);
    snapshot.dispose();
    snapshot = next;
    if (tree === undefined) throw new Error('the compiler did not parse a source');
    return tree;
  };
}

let parser: Parse | undefined;

/** The tree of a source. Trees of texts with syntax errors are whatever the compiler makes of them. */
export const parseSource: Parse = (text) => {
  parser ??= startParser();
  return parser(text);
};
