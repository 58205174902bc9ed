/** Entry of the command line under Node. */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import type { Environment } from '../cli/environment';
import { main } from '../cli/main';
import { createText } from './createText';
import { tidier } from './drafts';
import { kindOf, list, readText } from './files';
import { gitChanges } from './gitChanges';
import { isTerminal, STDERR, STDOUT, writerTo } from './output';
import { tokensOf } from './parseArguments';
import { readStdin } from './stdin';
import { ownShare, runShare, sharedOut } from './threads';
import { writeText } from './writeText';

const argv = process.argv.slice(2);
// The bundle is in dist/, and docs/ is next to it.
const PAGES = join(__dirname, '..', 'docs', 'rules');
const { CLAUDE_PROJECT_DIR: sessionFolder = '', CLAUDE_CONFIG_DIR: userFolder = '' } = process.env;

if (argv[0] === 'lsp') {
  // The server is a separate bundle, so that `check` does not load it.
  require(join(__dirname, 'server.js'));
} else {
  const environment: Environment = {
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
    changes: gitChanges,
    absolute,
    stdin: readStdin,
    sessionFolder: sessionFolder === '' ? undefined : absolute(sessionFolder),
    userFolder: absolute(userFolder === '' ? join(homedir(), '.claude') : userFolder),
    out: writerTo(STDOUT, outputFailed),
    err: writerTo(STDERR, () => undefined),
    color: showsColor(),
    share: (work) => sharedOut(work, environment, __filename),
  };
  const share = ownShare(argv);
  if (share !== undefined) runShare(share, environment);
  else start(environment);
}

function start(environment: Environment): void {
  const code = main(argv, environment);
  // The process ends when everything is written; `process.exit` would truncate long output. A failed write has set the code.
  process.exitCode ??= code;
}

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

/** A program such as `head` may stop reading: that is not a failure. A full disk is. */
function outputFailed(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
  writerTo(
    STDERR,
    () => undefined,
  )(`agent-authoring: cannot write the output: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

/** https://no-color.org: a NO_COLOR that is not empty turns colors off, and so does a pipe. */
function showsColor(): boolean {
  const { NO_COLOR: off } = process.env;
  return (off === undefined || off === '') && isTerminal();
}
