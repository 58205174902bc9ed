/** A baseline: the findings that a repository had when it began to check, which are not reported again. */
import { isRecord, readJson } from '../core/index';
import type { Environment, FileWrite } from './environment';
import type { ReportedFile } from './reported';

/** How many findings each rule had in each file. Paths are relative to the folder of the baseline, with `/` between names. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** In bytes. Some hundred thousand findings. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The baseline in a file, or why there is none, as a sentence without its full stop. */
export type BaselineRead =
  | { readonly kind: 'counts'; readonly counts: Counts }
  | { readonly kind: 'error'; readonly message: string };

/** Reads the baseline at `path`. */
export function readBaseline(path: string, environment: Environment): BaselineRead {
  const wrong = (message: string): BaselineRead => ({ kind: 'error', message: `${path}: ${message}` });
  const found = environment.read(path, MAX_BYTES);
  if (found.kind === 'error') return wrong(found.message);
  if (found.text.length > MAX_BYTES) return wrong(`longer than ${MAX_BYTES / 1024 / 1024} MB`);
  const read = readJson(found.text);
  if (read.kind === 'error') return wrong(read.message);
  const { value } = read;
  const files = isRecord(value) && value['version'] === VERSION ? value['files'] : undefined;
  if (!isRecord(files)) return wrong('is not a baseline; write one with --write-baseline');
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const [file, byRule] of Object.entries(files)) {
    const entries = Object.entries(isRecord(byRule) ? byRule : {});
    counts.set(
      file,
      new Map(entries.flatMap(([rule, count]) => (Number.isSafeInteger(count) ? [[rule, Number(count)]] : []))),
    );
  }
  return { kind: 'counts', counts };
}

const VERSION = 1;

/** Files without the findings of a baseline. */
export interface Compared {
  readonly files: readonly ReportedFile[];
  /** How many findings the baseline contains that no longer occur. */
  readonly gone: number;
}

/**
 * Leaves out the findings of a rule in a file when there are no more of them than in the baseline. With more, all are reported: which
 * of them are new cannot be known, because lines move.
 * @param path Where the baseline is.
 */
export function withoutBaseline(
  files: readonly ReportedFile[],
  counts: Counts,
  path: string,
  environment: Environment,
): Compared {
  const nameOf = namesFrom(path, environment);
  let gone = 0;
  const compared = files.map((file) => {
    const known = counts.get(nameOf(file.path)) ?? new Map<string, number>();
    const now = countsOf(file);
    for (const [rule, count] of known) gone += Math.max(0, count - (now.get(rule) ?? 0));
    const isNew = ({ rule }: { readonly rule: string }): boolean => (now.get(rule) ?? 0) > (known.get(rule) ?? 0);
    return { ...file, findings: file.findings.filter(isNew), unshown: file.unshown.filter(isNew) };
  });
  return { files: compared, gone };
}

/**
 * The text of a baseline with the findings.
 * @param path Where it will be.
 */
export function baselineText(files: readonly ReportedFile[], path: string, environment: Environment): string {
  const nameOf = namesFrom(path, environment);
  const entries = files.flatMap((file) => {
    const counts = [...countsOf(file)].sort(byKey);
    return counts.length === 0 ? [] : [[nameOf(file.path), Object.fromEntries(counts)] as const];
  });
  const sorted = Object.fromEntries(entries.sort(byKey));
  return `${JSON.stringify({ version: VERSION, files: sorted }, undefined, 2)}\n`;
}

/** Writes the findings as a baseline, in place of the one that is there. */
export function writeBaseline(files: readonly ReportedFile[], path: string, environment: Environment): FileWrite {
  const text = baselineText(files, path, environment);
  const { create, write } = environment;
  if (create === undefined || write === undefined) return { kind: 'error', message: 'files cannot be written here' };
  if (environment.kindOf(path) === 'absent') return create(path, text);
  const present = environment.read(path, MAX_BYTES);
  if (present.kind === 'error') return present;
  // A path that was meant to be checked must not be lost.
  if (present.text.trim() !== '' && readBaseline(path, environment).kind === 'error')
    return { kind: 'error', message: 'is not a baseline, and is not replaced' };
  return write({ path, before: present.text, after: text, tree: '.' });
}

function countsOf({ findings, unshown }: ReportedFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of [...findings, ...unshown]) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** In the order of UTF-16 units, which is the same on every machine. */
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The names of files in a baseline: from its folder on, and absolute outside of it. */
function namesFrom(path: string, environment: Environment): (file: string) => string {
  const absolute = environment.absolute(path);
  const folder = absolute.slice(0, absolute.lastIndexOf('/') + 1);
  return (file) => {
    const name = environment.absolute(file);
    return name.startsWith(folder) ? name.slice(folder.length) : name;
  };
}
