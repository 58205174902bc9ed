/** Applies safe fixes: finds the files, fixes their texts and writes them. */
import { fixAll, type LintFinding, lint, withText } from '../../../core/index';
import { type CheckedFile, check, type Request } from '../../check';
import type { Environment } from '../../environment';
import type { LeftOut } from '../../find';
import { linked } from '../../neighbors';

/** A file before and after the fixes. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  /** Equal to `before` when nothing was fixed. */
  readonly after: string;
  /** How many findings there were, and which are left. */
  readonly found: number;
  readonly left: readonly LintFinding[];
}

export interface FixResult {
  /** What the search of a folder passed over. */
  readonly leftOut: readonly LeftOut[];
  readonly files: readonly FixedFile[];
  /** What could not be read, checked or written, one sentence each. */
  readonly errors: readonly string[];
}

/** Fixes the files that the request names; with `dryRun`, writes nothing. */
export function fix(request: Request, dryRun: boolean, environment: Environment): FixResult {
  const checked = check(request, environment);
  const errors = [...checked.errors];
  const files: FixedFile[] = [];
  for (const file of checked.files) {
    const fixed = fixedFile(file, environment);
    const failure = dryRun || fixed.after === fixed.before ? undefined : written(fixed, environment);
    if (failure === undefined) files.push(fixed);
    else errors.push(`${file.path}: ${failure}`);
  }
  return { files, leftOut: checked.leftOut, errors };
}

function fixedFile({ path, agent, findings, settings }: CheckedFile, environment: Environment): FixedFile {
  const before = agent.file.source.text;
  const options = { settings, workspace: linked(environment) };
  const after = fixAll(agent, options);
  const left = after === before ? findings : lint(withText(after, agent), options).findings;
  return { path, before, after, found: findings.length, left };
}

/** Why the file could not be written; undefined when it was. */
function written({ path, before, after }: FixedFile, environment: Environment): string | undefined {
  if (environment.write === undefined) return 'cannot write files here';
  const now = environment.read(path);
  if (now.kind === 'error') return now.message;
  // Another program may have changed it since the check.
  if (now.text !== before) return 'the file has changed since the check, so it was not written';
  const result = environment.write(path, after);
  return result.kind === 'error' ? result.message : undefined;
}
