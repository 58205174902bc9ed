/** Runs the other programs of the build and the tests. It imports only Node's own modules, because the build script starts with it. */
import { spawnSync } from 'node:child_process';

/** Runs a program in this terminal, and ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
