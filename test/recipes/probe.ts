/** Asks the program something. Recipes bundle this file with a changed copy of the sources, and ask the copy. */
import { completionAt, defaultFormat, detect, type Format, lint, readAgent } from '../../server/core/index';
import { generatedFiles } from '../../server/node/generate/generated';
import { run } from '../cli/memory';

export interface ProbedFinding {
  readonly rule: string;
  readonly message: string;
}

/** The id of the format that is read at a path, or undefined. */
export const formatAt = (path: string): string | undefined => detect(path)[0]?.id;

/** What is reported in a file, in its order. */
export function findingsIn(path: string, text: string): readonly ProbedFinding[] {
  const { findings, failures } = lint(readAgent(text, formatOf(path), path));
  if (failures.length > 0) throw new Error(failures.map(({ rule, error }) => `${rule}: ${String(error)}`).join());
  return findings.map(({ rule, message }) => ({ rule, message }));
}

/** The labels of what is offered in a file, where the mark `¦` is. */
export function offersIn(path: string, marked: string): readonly string[] {
  const agent = readAgent(marked.replace('¦', ''), formatOf(path), path);
  return completionAt(agent, marked.indexOf('¦')).map(({ label }) => label);
}

/** What `npm run generate` would write, by path. */
export const generated = (manifest: string, readme: string): ReadonlyMap<string, string> =>
  generatedFiles({ manifest, readme });

/** What the command line prints when it is run in a folder with these files. */
export const printed = (argv: readonly string[], files: Readonly<Record<string, string>>): string =>
  run(argv, files).out;

const formatOf = (path: string): Format => detect(path)[0] ?? defaultFormat;
