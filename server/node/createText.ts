/** Creates a file under Node, and never overwrites one. */
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileWrite } from '../cli/environment';
import { reasonOf } from './files';

/** Writes `text` as UTF-8 to a path where nothing is yet, not even a link, and makes its folders. No file is left when it fails. */
export function createText(path: string, text: string): FileWrite {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(path, 'wx');
    try {
      writeFileSync(descriptor, text, 'utf8');
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'error', message: reasonOf(error) };
  }
}
