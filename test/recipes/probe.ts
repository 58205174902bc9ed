/** Asks the program something. Recipes bundle this file with a changed copy of the sources, and ask the copy. */
import { completionAt, detect, type Format, formats, keysOf, lint, parse } from '../../server/core/index';
import { generatedFiles } from '../../server/node/generate/generated';
import { run } from '../cli/memory';

export interface ProbedFinding {
  readonly rule: string;
  readonly message: string;
}

/** The id of the format that is read at a path, or undefined. */
export const formatAt = (path: string): string | undefined => detect(path)?.id;

/** What is reported in a file, in its order. */
export function findingsIn(path: string, text: string): readonly ProbedFinding[] {
  const format = dialectAt(path);
  if (format === undefined) return [];
  const { findings, failures } = lint(parse(text, keysOf(format)), { format, path });
  if (failures.length > 0) throw new Error(failures.map(({ rule, error }) => `${rule}: ${String(error)}`).join());
  return findings.map(({ rule, message }) => ({ rule, message }));
}

/** The labels of what is offered in a file, where the mark `¦` is. */
export function offersIn(path: string, marked: string): readonly string[] {
  const format = dialectAt(path);
  if (format === undefined) return [];
  const file = parse(marked.replace('¦', ''), keysOf(format));
  return completionAt(file, marked.indexOf('¦'), format).map(({ label }) => label);
}

/** Paths of the files that `npm run generate` would write. */
export const generatedPaths = (manifest: string, readme: string): readonly string[] => [
  ...generatedFiles({ manifest, readme }).keys(),
];

/** What the command line prints when it is run in a folder with these files. */
export const printed = (argv: readonly string[], files: Readonly<Record<string, string>>): string =>
  run(argv, files).out;

const dialectAt = (path: string): Format | undefined => detect(path) ?? formats[0];
