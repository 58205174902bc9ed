/** Writes what the package of npm contains beside files of the repository; most of it is in the extension's too. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notices, packagesIn } from './notices.mjs';
import { build, shortenAll } from './programs.mjs';
import { run } from './run.mjs';

/** What `npm pack` needs: the programs, the licences of what they contain, and the types of the programmatic interface. */
export async function prepack() {
  const bundles = await build();
  await shortenAll('dist');
  writeFileSync('dist/NOTICES.txt', notices(packagesIn(bundles)));
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '--build', 'server']);
  cpSync(join('dist', 'types', 'server', 'server', 'api', 'index.d.ts'), join('dist', 'api.d.ts'));
  return bundles;
}
