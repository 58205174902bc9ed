/** The measured programs: ours as they are shipped, the floor, and the peers that are installed. */
import { join, resolve } from 'node:path';
import type { Program } from './process';
import type { Protocol } from './server';

/** A linter of the command line. */
export interface Linter {
  /** The arguments that check all agents of a folder. */
  readonly folder: (folder: string) => Program;
  /** The arguments that check one file of a folder; undefined when it can only check folders. */
  readonly file: (folder: string, file: string) => Program;
}

export interface Programs {
  readonly linters: ReadonlyMap<string, Linter>;
  readonly servers: ReadonlyMap<string, Protocol>;
}

const FLOOR = resolve('test/bench/floor');

/** @param folder The folder with the shipped bundles. */
export function programsIn(folder: string): Programs {
  const cli = resolve(join(folder, 'cli.js'));
  const ours: Linter = {
    folder: (path) => ({ file: cli, args: ['check', '.'], folder: path }),
    file: (path, file) => ({ file: cli, args: ['check', file], folder: path }),
  };
  const floor: Linter = {
    folder: (path) => ({ file: join(FLOOR, 'check.mjs'), args: ['.'], folder: path }),
    file: (path, file) => ({ file: join(FLOOR, 'check.mjs'), args: [file], folder: path }),
  };
  return {
    linters: new Map([
      ['ours', ours],
      ['floor', floor],
    ]),
    servers: new Map([
      ['ours', server(resolve(join(folder, 'server.js')))],
      ['floor', server(join(FLOOR, 'server.mjs'))],
    ]),
  };
}

const server = (file: string): Protocol => ({
  program: { file, args: ['--stdio'] },
  languageId: 'markdown',
  extension: 'md',
  pulls: false,
  settings: {},
  answer: (method, params) => (method === 'workspace/configuration' ? nulls(params) : undefined),
});

/** The default for each setting that the server asks for. */
const nulls = (params: unknown): readonly null[] => {
  const items: unknown = new Map(Object.entries(Object(params))).get('items');
  return Array.isArray(items) ? items.map(() => null) : [];
};
