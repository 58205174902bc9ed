/** Which test files run in one process, and which process starts first. */
import { dirname, relative } from 'node:path';

/**
 * The slowest processes of tests, the slowest first: a file that runs in its own, or a folder whose quick files share one. The
 * others follow and fill the gaps at the end.
 */
const slowTests = [
  'corpus',
  'cli/',
  'lsp/',
  'features/injection',
  'fuzz',
  'hosts/everyHost',
  'recipes',
  'properties',
  'hosts/',
  'hostile',
  'features/',
  'repo',
  'team/',
  'lsp/process',
  'features/structure',
  'features/listStyle',
  'features/format',
  'fixes/repair',
  'fixes/safety',
  'grammar',
  'syntax/bodyTime',
  'syntax/bodyOracle',
];

/** One entry point a process, in the order to start them. Quick files of a folder share one, because starting takes longest. */
export function testProcesses(files) {
  const groups = new Map();
  for (const file of files) {
    const name = relative('test', file)
      .replaceAll('\\', '/')
      .replace(/\.test\.ts$/, '');
    const key = slowTests.includes(name) ? name : name.replace(/[^/]*$/, '');
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const turn = (key) => (slowTests.includes(key) ? slowTests.indexOf(key) : slowTests.length);
  return [...groups]
    .sort(([a], [b]) => turn(a) - turn(b))
    .map(([, group]) => ({
      name:
        group.length === 1
          ? relative('test', group[0])
          : `${relative('test', dirname(group[0])) || 'test'}.quick.test.ts`,
      text: group.map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};\n`).join(''),
    }));
}
