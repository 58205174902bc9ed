/** Names the temporary files that a write makes, and removes those of writes that were killed. */
import { lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Of this machine: on a shared disk, the number of a process means nothing to another machine. */
const machine = hashOf(hostname());

/** Eight hexadecimal digits for a name (FNV-1a): enough to tell machines apart, and loading a library takes time at every start. */
function hashOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A new name beside `file`. It ends in `.tmp`, so that no host and no search takes the file for an agent. */
export const draftBeside = (file: string): string =>
  join(dirname(file), `.agent-authoring-${machine}-${process.pid}-${moment()}.tmp`);

/** Nanoseconds, of which no two are the same in one process; if the name is taken nevertheless, the write fails. */
const moment = (): string => BigInt.asUintN(48, process.hrtime.bigint()).toString(16).padStart(12, '0');

const DRAFT = /^\.agent-authoring-([\da-f]{8})-(\d{1,10})-[\da-f]{12}\.tmp$/;

/** Milliseconds. A write takes far less than a second, so a draft of another machine that is older is left over. */
const OLD = 24 * 60 * 60 * 1000;

/**
 * Makes a function that removes what killed writes left in the folder of a file, once for each folder. It never throws. Drafts
 * of a run that may still be alive, and files of other users, stay.
 */
export function tidier(): (path: string) => void {
  const done = new Set<string>();
  return (path) => {
    try {
      const folder = dirname(realpathSync(path));
      if (done.has(folder)) return;
      done.add(folder);
      for (const name of readdirSync(folder)) if (isLeftOver(folder, name)) rmSync(join(folder, name), { force: true });
    } catch {
      // Whoever writes the file says what is wrong with the folder.
    }
  };
}

function isLeftOver(folder: string, name: string): boolean {
  const [, origin, process = ''] = DRAFT.exec(name) ?? [];
  if (origin === undefined) return false;
  const stats = lstatSync(join(folder, name));
  if (!stats.isFile() || !isOwn(stats.uid)) return false;
  return (origin === machine && !isAlive(Number(process))) || Date.now() - stats.mtimeMs > OLD;
}

const isOwn = (uid: number): boolean => process.getuid === undefined || process.getuid() === uid;

/** Whether a process of this number exists, perhaps a different one that got the number later. */
function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
