/** The command line under Node: a bundle that `cli.js` runs. */
import { join } from 'node:path';
import type { Environment } from '../cli/environment';
import { main } from '../cli/main';
import { askerWith } from './ask';
import { showsColor } from './colors';
import { gitChanges } from './gitChanges';
import { machine } from './machine';
import { isTerminal, isTerminalAt, STDERR, STDIN, STDOUT, writerTo } from './output';
import { canErase, progressOn } from './progress';
import { readStdin } from './stdin';
import { ownShare, runShare, sharedOut } from './threads';
import { watcherOn } from './watch';
import { limiting } from './youngGeneration';

const argv = process.argv.slice(2);

/** Bundles of their own, so that `check` does not load them. */
const SERVERS: ReadonlyMap<string | undefined, string> = new Map([
  ['lsp', './languageServer.js'],
  ['mcp', './mcp.js'],
]);

/** Whether the process stays for changes. */
let isWatching = false;

const isHelp = argv.slice(1).some((argument) => argument === '--help' || argument === '-h');
const server = isHelp ? undefined : SERVERS.get(argv[0]);
if (server !== undefined) require(server);
else {
  const share = ownShare(argv);
  const write = writerTo(STDERR, () => undefined);
  const isSeen = isTerminalAt(STDERR);
  const progress =
    share === undefined && isSeen && canErase(process.env) ? progressOn(write, () => performance.now()) : undefined;
  const columns = share === undefined && isTerminal() ? process.stdout.columns : 0;
  const environment: Environment = {
    ...machine,
    read: limiting(machine.read),
    changes: gitChanges,
    stdin: readStdin,
    watch: (changed, failed) => {
      isWatching = true;
      return watcherOn(changed, failed);
    },
    ...(progress && { progress: progress.show }),
    ...(columns > 0 && { columns }),
    ...(isSeen && isTerminalAt(STDIN) && { ask: askerWith(write) }),
    out: after(progress?.clear, writerTo(STDOUT, outputFailed)),
    err: after(progress?.clear, write),
    color: showsColor(process.env, isTerminal),
    share: (work) => sharedOut(work, environment, join(__dirname, 'cli.js')),
  };
  if (share !== undefined) runShare(share, environment);
  else start(environment);
}

function start(environment: Environment): void {
  const code = main(argv, environment);
  // The process ends when everything is written; `process.exit` would truncate long output. A failed write has set the code.
  process.exitCode ??= code;
}

/** A program such as `head` may stop reading: that is not a failure. A full disk is. */
function outputFailed(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') {
    // There is no more to do when no program reads what changes.
    if (isWatching) process.exit();
    return;
  }
  writerTo(
    STDERR,
    () => undefined,
  )(`agent-authoring: cannot write the output: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

/** Writes after something else was done. */
function after(first: (() => void) | undefined, write: (text: string) => void): (text: string) => void {
  return (text) => {
    first?.();
    write(text);
  };
}
