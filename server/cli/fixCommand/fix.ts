/** `agent-authoring fix`: applies every safe fix to the files that the arguments name. */
import { fixAll, formatById, keysOf, type LintFinding, lint, parse } from '../../core/index';
import type { CheckArgs } from '../args';
import { type CheckedFile, check } from '../check';
import type { Host } from '../host';
import { linked } from '../neighbours';

/** A file with what the fixes made of it. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  /** Equal to `before` when there was nothing to fix. */
  readonly after: string;
  /** How many findings there were, and which are left. */
  readonly found: number;
  readonly left: readonly LintFinding[];
}

export interface FixResult {
  readonly files: readonly FixedFile[];
  /** What could not be read, checked or written, one sentence each. */
  readonly errors: readonly string[];
}

/** Fixes what the arguments name; writes nothing when `dryRun`. */
export function fix(args: CheckArgs, dryRun: boolean, host: Host): FixResult {
  const checked = check(args, host);
  const errors = [...checked.errors];
  const files: FixedFile[] = [];
  for (const file of checked.files) {
    const fixed = fixedFile(file, host);
    if (fixed === undefined) continue;
    const failure = dryRun || fixed.after === fixed.before ? undefined : written(fixed, host);
    if (failure === undefined) files.push(fixed);
    else errors.push(`${file.path}: ${failure}`);
  }
  return { files, errors };
}

function fixedFile({ path, dialect: id, file, findings, settings }: CheckedFile, host: Host): FixedFile | undefined {
  const dialect = formatById(id);
  if (dialect === undefined) return undefined;
  const before = file.source.text;
  const options = { format: dialect, path: host.absolute(path), settings, workspace: linked(host) };
  const after = fixAll(before, options);
  const left = after === before ? findings : lint(parse(after, keysOf(dialect)), options).findings;
  return { path, before, after, found: findings.length, left };
}

/** Why the file could not be written; undefined when it was. */
function written({ path, before, after }: FixedFile, host: Host): string | undefined {
  if (host.write === undefined) return 'nothing can be written here';
  const now = host.read(path);
  if (now.kind === 'error') return now.message;
  // Somebody else may have saved it since it was checked.
  if (now.text !== before) return 'the file has changed meanwhile; it was left alone';
  const result = host.write(path, after);
  return result.kind === 'error' ? result.message : undefined;
}
