/** Checks files for a report, which needs little of each, on several threads when there are many. */
import {
  type AroundFile,
  type Draft,
  draftFrom,
  type Format,
  finished,
  formatById,
  type LintFinding,
  plainDraft,
  type Settings,
} from '../core/index';
import {
  type Checked,
  type CheckedFile,
  checkerOf,
  failureText,
  type Request,
  searched,
  settingsOn,
  together,
} from './check';
import type { Environment } from './environment';
import { type Kept, keptFrom, keptOf } from './kept';
import { indexAround } from './surroundings';
import type { Outcome, Work, WorkOutcome } from './work';

/** What a report says about one file. */
export interface ReportedFile {
  readonly path: string;
  /** How the main host reads it; the findings are about this. */
  readonly format: Format;
  /** How each host reads it, the main one first. */
  readonly readers: readonly Format[];
  readonly source: Kept;
  /** The settings it was checked with. */
  readonly settings: Settings;
  readonly findings: readonly LintFinding[];
  /** Findings that are not shown because there are too many; they count like the others. */
  readonly unshown: readonly LintFinding[];
}

/**
 * With fewer files, threads save nothing, because each of them has to compile this program first. Measured on two cores: no gain
 * at 1,000 files of 10 KB, an eighth of the time at 3,000.
 */
export const MANY_FILES = 2_000;

/**
 * Checks the files that the request names, each once. Whether several threads did so does not show in the result.
 * @param request With `needsTexts`, the report can show some of each text.
 */
export function reported(
  request: Request & { readonly needsTexts?: boolean },
  environment: Environment,
): Checked<ReportedFile> {
  const hits = searched(request, environment);
  const targets = hits.flatMap((hit) => (hit.kind === 'target' ? [hit.target] : []));
  const work: Work = {
    targets,
    forced: request.forced?.id,
    rules: request.rules,
    needsTexts: request.needsTexts === true,
  };
  const shared = targets.length < MANY_FILES ? undefined : environment.share?.(work);
  const outcomes = shared ?? doneWith(work, environment, (index) => index);
  const settingsFor = settingsOn(request, environment);
  const drafted = new Map(
    targets.flatMap(({ absolute }) => {
      const outcome = outcomes.get(absolute);
      const [format] = outcome?.file === undefined ? [] : formatsOf(outcome.file);
      if (outcome?.file === undefined || format === undefined) return [];
      return [[absolute, draftFrom(outcome.file.draft, format, settingsFor(absolute))] as const];
    }),
  );
  const index = indexAround(drafted, environment);
  return together(hits, ({ absolute }) => {
    const outcome = outcomes.get(absolute);
    const draft = drafted.get(absolute);
    return outcome && reportedOutcome(outcome, draft, index.aroundFile(absolute));
  });
}

/**
 * Does some of the work.
 * @param next Gives the index of the next target, from the number of targets done here so far. An index without a target ends the work.
 * @returns What came of each target that was done here, by its absolute path.
 */
export function doneWith(
  { targets, forced, rules = {}, needsTexts }: Work,
  environment: Environment,
  next: (done: number) => number,
): ReadonlyMap<string, WorkOutcome> {
  const request = { paths: [], forced: forced === undefined ? undefined : formatById(forced), rules };
  const checkOne = checkerOf(request, environment);
  const outcomes = new Map<string, WorkOutcome>();
  for (let done = 0; ; done++) {
    const index = next(done);
    environment.progress?.(Math.min(index, targets.length), targets.length);
    const target = targets[index];
    if (target === undefined) return outcomes;
    outcomes.set(target.absolute, plain(checkOne(target), needsTexts));
  }
}

function plain({ file, ...rest }: Outcome<CheckedFile>, needsText: boolean): WorkOutcome {
  if (file === undefined) return rest;
  const { path, agents, draft } = file;
  return {
    ...rest,
    file: {
      path,
      formats: agents.map(({ format }) => format.id),
      kept: keptOf(file.file.source.text, needsText),
      draft: plainDraft(draft),
    },
  };
}

const formatsOf = ({ formats }: NonNullable<WorkOutcome['file']>): readonly Format[] =>
  formats.flatMap((id) => formatById(id) ?? []);

function reportedOutcome(
  { file: plainFile, ...rest }: WorkOutcome,
  draft: Draft | undefined,
  around: AroundFile | undefined,
): Outcome<ReportedFile> | undefined {
  if (plainFile === undefined) return rest;
  const { kept, path } = plainFile;
  const readers = formatsOf(plainFile);
  const [format] = readers;
  if (format === undefined || draft === undefined) return undefined;
  const { findings, unshown, failures } = finished(draft, around);
  const errors = [...rest.errors, ...failures.slice(draft.failures.length).map(failureText)];
  return {
    ...rest,
    errors,
    file: { path, format, readers, source: keptFrom(kept, draft.lines), settings: draft.settings, findings, unshown },
  };
}
