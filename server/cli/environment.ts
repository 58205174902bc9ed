/** What the command line needs from the machine it runs on; under Node and in tests alike. */
import type { Work, WorkOutcome } from './work';

/** The text of a file, or why it cannot be read, as the end of a sentence. */
export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly message: string };

/** Whether a file was written, or why not, as the end of a sentence. */
export type FileWrite = { readonly kind: 'written' } | { readonly kind: 'error'; readonly message: string };

/** A new text for a file, and what must be true of the file for it to be written. */
export interface FileChange {
  readonly path: string;
  /** The text that the change was made from. A file that contains anything else was changed meanwhile, and is not written. */
  readonly before: string;
  readonly after: string;
  /** The folder that was named or searched. A link below it that leads out of it and out of the current folder is not followed. */
  readonly tree: string;
}

/** Which changes of a repository: those that a commit would have, or those since a revision (HEAD) with files that are new. */
export type Changes = { readonly kind: 'staged' } | { readonly kind: 'since'; readonly since: string | undefined };

/** The absolute paths of files that exist and have changed, or why they are not known, as a sentence without its full stop. */
export type ChangesRead =
  | { readonly kind: 'paths'; readonly paths: ReadonlySet<string> }
  | { readonly kind: 'error'; readonly message: string };

/** One piece of a command line, as `parseArgs` of `node:util` gives it. */
export type ArgumentToken =
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly rawName: string;
      readonly value?: string | undefined;
      readonly inlineValue?: boolean | undefined;
    }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/** What the parser must know about an option: whether it takes a value, and its letter. */
export interface ArgumentOption {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
}

/** Tells about changes in folders, and not in the folders that they contain. */
export interface Watcher {
  /** Watches these folders from now on, in place of those before. Folders that do not exist are passed over. */
  watch(folders: readonly string[]): void;
}

export interface Environment {
  /** The version of Agent Authoring. */
  readonly version: string;
  /** Splits a command line into options and other arguments; never throws, and passes unknown options through. */
  tokensOf(argv: readonly string[], options: Readonly<Record<string, ArgumentOption>>): readonly ArgumentToken[];
  /**
   * The wanted files below `folder`, as paths that begin with it, `/` between names, in a fixed order.
   * @param enters Which folders to enter; when omitted, all that are not links. A link that leads back is never followed.
   * @returns Also what could not be read, one sentence each.
   */
  list(
    folder: string,
    wanted: (path: string) => boolean,
    enters?: (folder: string, isLink: boolean) => boolean,
  ): { readonly files: readonly string[]; readonly errors: readonly string[] };
  /** What is at `path`, after following links. For `unknown`, `read` says why. */
  kindOf(path: string): 'folder' | 'file' | 'other' | 'absent' | 'unknown';
  /**
   * The text of a regular file; never blocks on pipes or devices.
   * @param enough In bytes. Of a longer file, only as much is read as shows that it is longer, so memory does not grow with it.
   */
  read(path: string, enough?: number): FileRead;
  /** The file with the documentation of a rule, which belongs to this package. */
  page(rule: string): FileRead;
  /** Replaces the text of a regular file as a whole or not at all. Missing where files can only be read. */
  write?(change: FileChange): FileWrite;
  /** Removes what a write that was killed left beside the file at `path`. Missing where files can only be read. */
  tidy?(path: string): void;
  /** The same text for every name of one file, such as a link and what it leads to. The absolute path when omitted. */
  identityOf?(path: string): string;
  /** Whether a file or folder may be searched, after following links. All may be when omitted. */
  contains?(path: string): boolean;
  /** Creates a file, with the folders that it is in; fails when something exists at the path. Missing where files can only be read. */
  create?(path: string, text: string): FileWrite;
  /** What has changed in the repository around the current folder. Missing where no program can be run. */
  changes?(changes: Changes): ChangesRead;
  /** The same path from the root on, with `/` between names and without `.` and `..`. */
  absolute(path: string): string;
  /**
   * Does some work on several threads at once; undefined when it cannot. Missing where there are no threads.
   * @returns What came of each target, by its absolute path.
   */
  share?(work: Work): ReadonlyMap<string, WorkOutcome> | undefined;
  /**
   * Asks a person one question on the terminal and waits for a line; undefined at the end of input. Missing where there is no terminal.
   */
  ask?(question: string): string | undefined;
  /**
   * Makes a watcher; the process runs as long as it watches something. Missing where nothing can be watched.
   * @param changed Gets the paths that have changed, each in a watched folder and spelled as that was, some time after the change.
   * @param failed Gets why some folders are not watched, as a sentence without its full stop.
   */
  watch?(changed: (paths: readonly string[]) => void, failed: (message: string) => void): Watcher;
  /** Shows how many of some files are done. Missing where no person would see it. */
  progress?(done: number, total: number): void;
  /** All of standard input; waits for its end. */
  stdin(): FileRead;
  /** The folder in which Claude Code was started, when it runs this command as a hook; its agents come from there. */
  readonly sessionFolder: string | undefined;
  /** The user's configuration folder of Claude Code, usually `.claude` in the home folder. */
  readonly userFolder: string;
  /** The folders in which hosts keep the user's files, that one among them. */
  readonly userFolders: readonly string[];
  out(text: string): void;
  err(text: string): void;
  /** Whether standard output shows colors. */
  readonly color: boolean;
  /** How many characters fit into a line, where standard output is a terminal. */
  readonly columns?: number;
}
