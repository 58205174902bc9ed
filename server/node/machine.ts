/** The files of this machine, as commands see them; without input and output. */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import type { Environment } from '../cli/environment';
import { createText } from './createText';
import { tidier } from './drafts';
import { kindOf, list, readText } from './files';
import { tokensOf } from './parseArguments';
import { userFolders } from './workspaceFiles';
import { writeText } from './writeText';

// The bundle is in dist/, and docs/ is next to it.
const PAGES = join(__dirname, '..', 'docs', 'rules');
const { CLAUDE_PROJECT_DIR: sessionFolder = '', CLAUDE_CONFIG_DIR: userFolder = '' } = process.env;

/** What commands need, except for input and output, Git and threads. */
export const machine: Omit<Environment, 'out' | 'err' | 'color' | 'stdin'> = {
  version,
  tokensOf,
  list,
  kindOf,
  read: readText,
  page: (rule) => readText(join(PAGES, `${rule}.md`)),
  write: writeText,
  tidy: tidier(),
  identityOf,
  create: createText,
  absolute,
  sessionFolder: sessionFolder === '' ? undefined : absolute(sessionFolder),
  userFolder: absolute(userFolder === '' ? join(homedir(), '.claude') : userFolder),
  userFolders: userFolders(process.env).map((uri) => absolute(fileURLToPath(uri))),
};

function absolute(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

/** The path of a file after following links; the path itself when that is not possible. */
function identityOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return absolute(path);
  }
}
