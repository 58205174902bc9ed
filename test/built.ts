/** The programs of this package as they are shipped, bundled from the present sources into a folder of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Built {
  readonly server: string;
  readonly cli: string;
}

/** Bundles both programs; the folder goes away with this process. */
export async function buildPrograms(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-programs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'warning',
    outdir: folder,
    entryPoints: { server: 'server/node/lspMain.ts', cli: 'server/node/cliMain.ts' },
  });
  return { server: join(folder, 'server.js'), cli: join(folder, 'cli.js') };
}
