/** What the command line needs from the machine it runs on; under Node and in tests alike. */

/** A file or folder that was named or found. */
export type FileRead = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'error'; readonly message: string };

export interface Host {
  /** Paths of the files below `path` (or `path` itself), `/` between names, in a fixed order; an error names what could not be read. */
  list(path: string, wanted: (path: string) => boolean): { readonly files: readonly string[]; readonly errors: readonly string[] };
  /** Whether `path` is a folder, a regular file, or neither. */
  kindOf(path: string): 'folder' | 'file' | 'other' | 'absent';
  /** The text of a regular file; never blocks on pipes or devices. */
  read(path: string): FileRead;
  out(text: string): void;
  err(text: string): void;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
}
