/** Writes files for commands. Where files can only be read, that is the error. */
import type { Environment, FileChange, FileWrite } from './environment';

const CANNOT_WRITE: FileWrite = { kind: 'error', message: 'cannot write files here' };

/** Creates the file at an absolute path; fails when something is there already. */
export const createFile = (path: string, text: string, environment: Environment): FileWrite =>
  environment.create?.(path, text) ?? CANNOT_WRITE;

/** Writes another text into a file. */
export const changeFile = (change: FileChange, environment: Environment): FileWrite =>
  environment.write?.(change) ?? CANNOT_WRITE;
