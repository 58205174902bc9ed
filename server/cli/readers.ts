/** Who reads a file: the programs that load it, and the format in which each does. */
import { type Dialect, detect, dialectById, dialects, type Workspace } from '../core/index';

/** How files are read whose path does not tell, or whatever their path tells. */
export interface ReadAs {
  /** Every file is read as this. */
  readonly forced?: Dialect | undefined;
  /** A file is read as this when its path does not tell. */
  readonly otherwise?: Dialect | undefined;
}

/**
 * Every reader of the file at an absolute path, the main one first; empty when no known program reads it.
 * @param workspace What is known of the files beside it; nothing when omitted.
 */
export function readersOf(
  path: string,
  { forced, otherwise }: ReadAs = {},
  workspace: Workspace | undefined = undefined,
): readonly Dialect[] {
  const dialect = forced ?? detect(path, workspace) ?? otherwise;
  return dialect === undefined ? [] : [dialect];
}

/** The format of a file of which nothing is known except that it is an agent. */
export const usualFormat: Dialect | undefined = dialects[0];

/** Where agent files are, as globs. */
export const agentPaths: readonly string[] = dialects.flatMap(({ files }) => files);

/** Every format that can be named, by its id. */
export const formatsById: Readonly<Record<string, Dialect>> = Object.fromEntries(
  dialects.map((dialect) => [dialect.id, dialect]),
);

/** The format of that id; undefined when there is none or no id is given. */
export const formatNamed = (id: string | undefined): Dialect | undefined =>
  id === undefined ? undefined : dialectById(id);

/** The ids of the program and of the format, as JSON names them. */
export const namesOfReader = (reader: Dialect): { readonly host: string; readonly format: string } => ({
  host: hostOf(reader),
  format: reader.id,
});

/** The id of the program that reads a format: its name in lower case with hyphens. */
const hostOf = ({ host }: Dialect): string => host.toLowerCase().replaceAll(' ', '-');
