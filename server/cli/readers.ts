/** Who reads a file: the programs that load it, and the format in which each does. */
import { defaultFormat, detect, type Format, formatById, formats, type Workspace } from '../core/index';

/** How files are read whose path does not tell, or whatever their path tells. */
export interface ReadAs {
  /** Every file is read as this. */
  readonly forced?: Format | undefined;
  /** A file is read as this when its path does not tell. */
  readonly otherwise?: Format | undefined;
}

/**
 * Every reader of the file at an absolute path, the main one first; empty when no known program reads it.
 * @param workspace What is known of the files beside it; nothing when omitted.
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

/** The format of a file of which nothing is known except that it is an agent. */
export const usualFormat: Format = defaultFormat;

/** Where agent files are, as globs. */
export const agentPaths: readonly string[] = formats.flatMap(({ files }) => files);

/** Every format that can be named, by its id. */
export const formatsById: Readonly<Record<string, Format>> = Object.fromEntries(
  formats.map((format) => [format.id, format]),
);

/** The format of that id; undefined when there is none or no id is given. */
export const formatNamed = (id: string | undefined): Format | undefined =>
  id === undefined ? undefined : formatById(id);

/** The ids of the program and of the format, as JSON names them. */
export const namesOfReader = (reader: Format): { readonly host: string; readonly format: string } => ({
  host: reader.host.id,
  format: reader.id,
});
