/** Creates a file under Node, and never overwrites one. */
import { writeFileSync } from 'node:fs';
import type { FileWrite } from '../cli/environment';
import { reasonOf } from './files';

/** Writes `text` as UTF-8 to a path where nothing is yet, not even a link. */
export function createText(path: string, text: string): FileWrite {
  try {
    writeFileSync(path, text, { encoding: 'utf8', flag: 'wx' });
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'error', message: reasonOf(error) };
  }
}
