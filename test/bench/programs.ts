/** The measured programs: ours as they are shipped, the floor, and the peers that are installed. */
import { join, resolve } from 'node:path';
import { jsonServer, markdownServer, yamlServer } from './peerServers';
import { type Peer, peers } from './peers';
import type { Program } from './process';
import type { Protocol } from './server';
import { agentOf, agentUri } from './texts';

/** A linter of the command line. */
export interface Linter {
  /** Checks all agents of a folder. */
  readonly folder: (folder: string) => Program;
  /** Checks the only agent of a folder. */
  readonly file: (folder: string, file: string) => Program;
}

export interface Programs {
  readonly linters: ReadonlyMap<string, Linter>;
  readonly servers: ReadonlyMap<string, Protocol>;
}

const FLOOR = resolve('test/bench/floor');

/**
 * @param folder The folder with the shipped bundles.
 * @param fileOf The file of a peer, or undefined when the peer does not take part.
 * @param write Writes a file and returns its path.
 */
export function programsIn(
  folder: string,
  fileOf: (peer: Peer) => string | undefined,
  write: (name: string, text: string) => string,
): Programs {
  const cli = resolve(folder, 'cli.js');
  const scan = join(FLOOR, 'check.mjs');
  const linters: readonly (readonly [string, string | undefined, (file: string) => Linter])[] = [
    ['ours', cli, linter(['check'])],
    ['floor', scan, linter([])],
    [peers.cclint.name, fileOf(peers.cclint), folderLinter(['agents'])],
    [peers.claudelint.name, fileOf(peers.claudelint), folderLinter(['validate-agents'])],
  ];
  const servers: readonly (readonly [string, string | undefined, (file: string) => Protocol])[] = [
    ['ours', resolve(folder, 'server.js'), plainServer],
    ['floor', join(FLOOR, 'server.mjs'), plainServer],
    [peers.json.name, fileOf(peers.json), jsonServer],
    [peers.markdown.name, fileOf(peers.markdown), markdownServer],
    [peers.yaml.name, fileOf(peers.yaml), (file) => yamlServer(file, write)],
  ];
  return { linters: present(linters), servers: present(servers) };
}

/** The programs that have a file. */
const present = <T>(
  all: readonly (readonly [string, string | undefined, (file: string) => T])[],
): ReadonlyMap<string, T> =>
  new Map(all.flatMap(([name, file, make]) => (file === undefined ? [] : [[name, make(resolve(file))] as const])));

/** A linter that takes files and folders as arguments. */
const linter =
  (args: readonly string[]) =>
  (file: string): Linter => ({
    folder: (folder) => ({ file, args: [...args, '.'], folder }),
    file: (folder, path) => ({ file, args: [...args, path], folder }),
  });

/** A linter that checks all agents of the current folder. */
const folderLinter =
  (args: readonly string[]) =>
  (file: string): Linter => ({
    folder: (folder) => ({ file, args, folder }),
    file: (folder) => ({ file, args, folder }),
  });

const plainServer = (file: string): Protocol => ({
  program: { file, args: ['--stdio'] },
  languageId: 'markdown',
  uri: agentUri,
  pulls: false,
  settings: {},
  options: {},
  document: agentOf,
  answer: (method, params) => (method === 'workspace/configuration' ? defaults(params) : undefined),
});

/** The default for each setting that the server asks for. */
const defaults = (params: unknown): readonly null[] => {
  const items: unknown = new Map(Object.entries(Object(params))).get('items');
  return Array.isArray(items) ? items.map(() => null) : [];
};
