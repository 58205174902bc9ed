/** Applies safe fixes: finds the files, fixes their texts and writes them. */
import { fixAll, lint, withText } from '../../../core/index';
import { type CheckedFile, check, type Request } from '../../check';
import type { Environment } from '../../environment';
import type { LeftOut } from '../../find';
import { besides, linked } from '../../neighbors';
import { type Summary, summaryOf } from '../../summary';
import { changeFile } from '../../writing';

/** A file before and after the fixes. */
export interface FixedFile {
  readonly path: string;
  /** The folder that was searched, or that of a file that was named. */
  readonly tree: string;
  readonly before: string;
  /** Equal to `before` when nothing was fixed, or when the file could not be written. */
  readonly after: string;
  /** The counts of the findings that there were, and of those that are left. */
  readonly found: Summary;
  readonly left: Summary;
}

export interface FixResult {
  /** What the search of a folder passed over, and second names of a file. */
  readonly leftOut: readonly LeftOut[];
  readonly files: readonly FixedFile[];
  /** What could not be read, checked or written, one sentence each. */
  readonly errors: readonly string[];
}

/** Fixes the files that the request names, each once; with `dryRun`, writes nothing. */
export function fix(request: Request, dryRun: boolean, environment: Environment): FixResult {
  const checked = check(request, environment);
  const leftOut = [...checked.leftOut];
  const errors = [...checked.errors];
  const files: FixedFile[] = [];
  const pathOf = new Map<string, string>();
  for (const file of checked.files) {
    const { path } = file;
    // Fixed under its first name, the file would seem to be changed by another program under the second one.
    const identity = environment.identityOf?.(path) ?? environment.absolute(path);
    const first = pathOf.get(identity);
    if (first !== undefined) {
      leftOut.push({ path, why: `it is another name of ${first}` });
      continue;
    }
    pathOf.set(identity, path);
    if (!dryRun) environment.tidy?.(path);
    const fixed = fixedFile(file, environment);
    const isWritten = !dryRun && fixed.after !== fixed.before;
    const written = isWritten ? changeFile(fixed, environment) : undefined;
    if (written?.kind === 'error') errors.push(`${path}: ${written.message}`);
    files.push(written?.kind === 'error' ? { ...fixed, after: fixed.before, left: fixed.found } : fixed);
  }
  return { files, leftOut, errors };
}

function fixedFile(file: CheckedFile, environment: Environment): FixedFile {
  const { path, tree, agent, settings } = file;
  const before = agent.file.source.text;
  const options = { settings, workspace: linked(environment, besides(environment)) };
  const after = fixAll(agent, options);
  const found = summaryOf([file]);
  const left = after === before ? found : summaryOf([lint(withText(after, agent), options)]);
  return { path, tree, before, after, found, left };
}
