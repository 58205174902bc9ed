/** Runs the bundles of this program, and keeps what V8 has compiled of them, so that the next start does not compile again. */
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type CodeCache, codeCacheFor } from './codeCache';
import { wholeFile } from './wholeFile';

/** Makes the bundle a function with the parameters of a CommonJS module. */
const AROUND = { before: '(function (exports, require, module, __filename, __dirname) { ', after: '\n})' };

/** In milliseconds. A server has answered its first requests then. */
const A_WHILE = 3_000;

export interface Program {
  /** The bundle that is the program, in the folder of this one, for example `commandLine.js`. */
  readonly entry: string;
  /** What the program does, as a part of file names: programs that do other things need other functions compiled. */
  readonly purpose: string;
  /** The exit codes with which a start shows what the program needs; none for a start that does too little, such as printing help. */
  readonly usualEnds: readonly number[];
}

/** Runs a program, and what it requires, from the folder of this file. */
export function run({ entry, purpose, usualEnds }: Program): void {
  const cache = codeCacheFor(purpose);
  const modules = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const path = join(__dirname, name);
    const main: unknown = compiled(path, name, usualEnds, cache).runInThisContext();
    if (typeof main !== 'function') throw new TypeError(`${path} is not a bundle`);
    const module: { exports: unknown } = { exports: {} };
    // Not before, so that a file that could not be read is tried again.
    modules.set(name, module);
    Reflect.apply(main, module.exports, [module.exports, requireFrom, module, path, __dirname]);
    return module.exports;
  };
  const requireFrom = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  load(entry);
}

function compiled(path: string, name: string, usualEnds: readonly number[], cache: CodeCache | undefined): Script {
  const source = wholeFile(path, undefined, AROUND);
  // Bundles are ASCII, which needs no decoding.
  const text = source.toString('latin1');
  const options = { filename: path, columnOffset: -AROUND.before.length };
  if (cache === undefined) return new Script(text, options);
  const kept = cache.read(name, source);
  const script = new Script(text, { ...options, ...(kept && { cachedData: kept }) });
  const isUsed = kept !== undefined && script.cachedDataRejected === false;
  if (usualEnds.length > 0 && !isUsed) atEnd(usualEnds, () => cache.keep(name, source, script.createCachedData()));
  return script;
}

/** Does something once: at a usual end, when also the functions that were called are compiled, or after a while in case of a kill. */
function atEnd(usualEnds: readonly number[], action: () => void): void {
  const ended = (code: number): void => {
    if (usualEnds.includes(code)) action();
  };
  process.on('exit', ended);
  setTimeout(() => {
    process.off('exit', ended);
    action();
  }, A_WHILE).unref();
}
