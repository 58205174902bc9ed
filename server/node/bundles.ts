/** Runs the bundles of this program, and keeps what V8 has compiled of them, so that the next start does not compile again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type CodeCache, codeCacheFor } from './codeCache';

/** The parameters of a CommonJS module. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) { ';
const AFTER = '\n})';

/** In milliseconds. A server has answered its first requests then. */
const A_WHILE = 3_000;

export interface Program {
  /** The bundle that is the program, in the folder of this one, for example `commandLine.js`. */
  readonly entry: string;
  /** What the program does, as a part of file names: programs that do other things need other functions compiled. */
  readonly purpose: string;
  /** Whether this start shows what the program needs. One that only prints its version does not. */
  readonly keeps: boolean;
}

/** Runs a program, and what it requires, from the folder of this file. */
export function run({ entry, purpose, keeps }: Program): void {
  const cache = codeCacheFor(purpose);
  const modules = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    modules.set(name, module);
    const path = join(__dirname, name);
    const main: unknown = compiled(path, name, keeps, cache).runInThisContext();
    if (typeof main !== 'function') throw new TypeError(`${path} is not a bundle`);
    Reflect.apply(main, module.exports, [module.exports, requireFrom, module, path, __dirname]);
    return module.exports;
  };
  const requireFrom = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  load(entry);
}

function compiled(path: string, name: string, keeps: boolean, cache: CodeCache | undefined): Script {
  const source = readFileSync(path);
  // Bundles are ASCII, which needs no decoding.
  const text = `${BEFORE}${source.toString('latin1')}${AFTER}`;
  const options = { filename: path, columnOffset: -BEFORE.length };
  if (cache === undefined) return new Script(text, options);
  const kept = cache.read(name, source);
  const script = new Script(text, { ...options, ...(kept && { cachedData: kept }) });
  const isUsed = kept !== undefined && script.cachedDataRejected === false;
  if (keeps && !isUsed) atEnd(() => cache.keep(name, source, script.createCachedData()));
  return script;
}

/** Does something once: at the end, when also the functions that were called are compiled, or after a while in case of a kill. */
function atEnd(action: () => void): void {
  const done = (): void => {
    clearTimeout(timer);
    process.off('exit', done);
    action();
  };
  const timer = setTimeout(done, A_WHILE).unref();
  process.on('exit', done);
}
