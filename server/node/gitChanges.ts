/** Asks Git which files have changed. Nothing is run unless the command line asks for it. */
import type { Changes, ChangesRead } from '../cli/environment';

/** In bytes: the names of some hundred thousand files. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** Settings of a repository could name programs; these are the ones that listing names would start. */
const QUIET: readonly string[] = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** The files that exist and have changed, as absolute paths; the current folder is in the repository. */
export function gitChanges(changes: Changes): ChangesRead {
  const top = git(['rev-parse', '--show-toplevel']);
  if (top.kind === 'error') return top;
  const root = top.output.replace(/\r?\n$/, '');
  const lists = commandsFor(changes, root).map((command) => git(command, root));
  const paths = new Set<string>();
  for (const list of lists) {
    if (list.kind === 'error') return list;
    for (const name of list.output.split('\0')) if (name !== '') paths.add(`${root}/${name}`);
  }
  return { kind: 'paths', paths };
}

function commandsFor(changes: Changes, root: string): readonly (readonly string[])[] {
  const diff = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-renames', '--diff-filter=d'];
  if (changes.kind === 'staged') return [[...diff, '--cached', '--']];
  // With a branch, what it got meanwhile is not a change of ours.
  const since = changes.since === undefined ? [headOf(root)] : ['--merge-base', changes.since];
  return [
    [...diff, ...since, '--'],
    ['ls-files', '--others', '--exclude-standard', '-z'],
  ];
}

/** What the last commit contains. Before the first one that is nothing, so that every file is new. */
function headOf(root: string): string {
  if (git(['rev-parse', '--verify', '--quiet', 'HEAD'], root).kind === 'output') return 'HEAD';
  const nothing = git(['hash-object', '-t', 'tree', '--stdin'], root);
  return nothing.kind === 'output' ? nothing.output.trim() : 'HEAD';
}

type Answer =
  | { readonly kind: 'output'; readonly output: string }
  | { readonly kind: 'error'; readonly message: string };

function git(args: readonly string[], cwd?: string): Answer {
  // Loaded when it is needed: it brings Node's streams and network.
  const { spawnSync }: typeof import('node:child_process') = require('node:child_process');
  const { status, stdout, stderr, error } = spawnSync('git', [...QUIET, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error !== undefined) return { kind: 'error', message: `Git cannot be run: ${error.message}` };
  const [why = ''] = stderr.trim().split('\n');
  return status === 0 ? { kind: 'output', output: stdout } : { kind: 'error', message: `Git says: ${why}` };
}
