/** Other programs that do a part of the same work, installed when the benchmark runs. The project does not depend on them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Peer {
  /** As the tables name it. */
  readonly name: string;
  readonly package: string;
  readonly version: string;
  /** The file that Node runs, in the folder of the package. */
  readonly file: string;
}

export const peers = {
  cclint: { name: 'cclint', package: '@carlrannaberg/cclint', version: '0.2.10', file: 'bin/cclint.js' },
  claudelint: { name: 'claudelint', package: 'claude-code-lint', version: '0.5.0', file: 'bin/claudelint' },
  json: {
    name: 'JSON server',
    package: 'vscode-langservers-extracted',
    version: '4.10.0',
    file: 'bin/vscode-json-language-server',
  },
  markdown: {
    name: 'Markdown server',
    package: 'vscode-markdown-languageserver',
    version: '0.3.0',
    file: 'out/node/main.js',
  },
  yaml: {
    name: 'YAML server',
    package: 'yaml-language-server',
    version: '2.0.0',
    file: 'bin/yaml-language-server',
  },
} as const satisfies Readonly<Record<string, Peer>>;

/**
 * Installs the peers that are missing below a folder, from the npm registry and without running their install scripts.
 * @returns A function from peer to its file, and sentences about peers that could not be installed.
 */
export function installPeers(folder: string): {
  readonly fileOf: (peer: Peer) => string | undefined;
  readonly failures: readonly string[];
} {
  const wanted: readonly Peer[] = Object.values(peers);
  const missing = wanted.filter((peer) => !isInstalled(folder, peer));
  if (missing.length > 0) prepare(folder);
  const reasons = new Map(missing.map((peer) => [peer, install(folder, peer)]));
  return {
    fileOf: (peer) => (isInstalled(folder, peer) ? join(placeOf(folder, peer), peer.file) : undefined),
    failures: missing
      .filter((peer) => !isInstalled(folder, peer))
      .map(
        (peer) =>
          `Not measured: ${peer.package} ${peer.version}, because npm cannot install it (${reasons.get(peer)}).`,
      ),
  };
}

const placeOf = (folder: string, peer: Peer): string => join(folder, 'node_modules', peer.package);

function isInstalled(folder: string, peer: Peer): boolean {
  const manifest = join(placeOf(folder, peer), 'package.json');
  if (!existsSync(manifest)) return false;
  const { version }: { version?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
  return version === peer.version;
}

/** Without a manifest of its own in the folder, npm would install into the project. */
function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
}

/** One at a time, so that one that cannot be installed does not keep the others out. Returns npm's word for an error. */
function install(folder: string, peer: Peer): string {
  const name = `${peer.package}@${peer.version}`;
  console.error(`Installing ${name} …`);
  const quiet = [
    '--ignore-scripts',
    '--save-exact',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=1',
    '--loglevel=error',
  ];
  const { stderr, status } = spawnSync('npm', ['install', ...quiet, name], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return /^npm error code (\S+)/m.exec(stderr ?? '')?.[1] ?? `exit code ${status}`;
}
