/** Runs parts of the program. Recipes bundle this file with a changed copy of the sources, to test the copy. */
import { completionAt, defaultFormat, detect, type Format, lint, readAgent } from '../../server/core/index';
import { generatedFiles } from '../../server/node/generate/generated';
import { run } from '../cli/memory';

export interface ProbedFinding {
  readonly rule: string;
  readonly message: string;
}

/** The id of the format that is read at a path, or undefined. */
export const formatAt = (path: string): string | undefined => detect(path)[0]?.id;

/** The findings in a file, in file order. */
export function findingsIn(path: string, text: string): readonly ProbedFinding[] {
  const { findings, failures } = lint(readAgent(text, formatOf(path), path));
  if (failures.length > 0) throw new Error(failures.map(({ rule, error }) => `${rule}: ${String(error)}`).join());
  return findings.map(({ rule, message }) => ({ rule, message }));
}

/** The labels of the completions in a file, at the mark `¦`. */
export function offersIn(path: string, marked: string): readonly string[] {
  const agent = readAgent(marked.replace('¦', ''), formatOf(path), path);
  return completionAt(agent, marked.indexOf('¦')).map(({ label }) => label);
}

/**
 * What `npm run generate` would write, by path.
 * @param present The text of each file of which only a part is generated.
 */
export const generated = (present: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  generatedFiles((path) => present[path] ?? '');

/** The output of the command line in a folder with these files. */
export const printed = (argv: readonly string[], files: Readonly<Record<string, string>>): string =>
  run(argv, files).out;

const formatOf = (path: string): Format => detect(path)[0] ?? defaultFormat;
