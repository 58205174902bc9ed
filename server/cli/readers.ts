/** Finds the formats that read a file: by its path, or as the command line says. */
import { defaultFormat, detect, type Format, formatById, formats, type Workspace } from '../core/index';

/** How to read files when the path does not decide. */
export interface ReadAs {
  /** The format of every file, whatever its path. */
  readonly forced?: Format | undefined;
  /** The format of files whose path does not decide. */
  readonly otherwise?: Format | undefined;
}

/**
 * Every format that reads the file at an absolute path, the main one first; empty when no known host reads it.
 * @param workspace What is known about the files beside it; nothing when omitted.
 */
export function readersOf(
  path: string,
  { forced, otherwise }: ReadAs = {},
  workspace: Workspace | undefined = undefined,
): readonly Format[] {
  if (forced !== undefined) return [forced];
  const readers = detect(path, workspace);
  return readers.length > 0 || otherwise === undefined ? readers : [otherwise];
}

/** The format of an agent file at an unknown path. */
export const usualFormat: Format = defaultFormat;

/** Where agent files are, as globs. */
export const agentPaths: readonly string[] = formats.flatMap(({ files }) => files);

/** Every format that can be named, by its id. */
export const formatsById: Readonly<Record<string, Format>> = Object.fromEntries(
  formats.map((format) => [format.id, format]),
);

/** The format of that id; undefined for an unknown id, or without one. */
export const formatNamed = (id: string | undefined): Format | undefined =>
  id === undefined ? undefined : formatById(id);

/** The ids of the host and of the format, as in JSON. */
export const namesOfReader = (reader: Format): { readonly host: string; readonly format: string } => ({
  host: reader.host.id,
  format: reader.id,
});
