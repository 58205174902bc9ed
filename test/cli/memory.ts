/** A machine in memory for the command line: files and output. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path/posix';
import type { Environment } from '../../server/cli/environment';
import { main } from '../../server/cli/main';
import { document } from '../../server/core/text/document';
import { lazy } from '../../server/core/text/lazy';
import { tokensOf } from '../../server/node/parseArguments';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The properties of the machine besides its files. */
export interface Machine {
  readonly color?: boolean;
  /** The current folder. */
  readonly folder?: string;
  /** Receives what is written. */
  readonly written?: Map<string, string>;
  /** Standard input; closed when undefined. */
  readonly stdin?: string;
  /** What a person answers on the terminal, one question after the other; there is no terminal when undefined. */
  readonly answers?: readonly string[];
  /** How wide the terminal is; there is none when undefined. */
  readonly columns?: number;
  /** Receives how many files are done. */
  readonly progress?: NonNullable<Environment['progress']>;
  /** What Git answers; there is no Git when undefined. */
  readonly changes?: NonNullable<Environment['changes']>;
}

/** The text at an absolute path, or the reason why there is none. */
export type Files = Readonly<Record<string, string | { readonly broken: string }>>;

/** Runs the command line in a folder of a machine that contains only `files`; what it writes goes to `written`. */
export function run(
  argv: readonly string[],
  files: Files,
  {
    color = false,
    folder = '/w',
    written = new Map<string, string>(),
    stdin,
    answers,
    columns,
    progress,
    changes,
  }: Machine = {},
): Run {
  let out = '';
  let err = '';
  // A path with the letter of a drive is absolute, as on Windows.
  const absolute = (path: string): string => (/^[A-Z]:\//.test(path) ? path : resolve(folder, path));
  const folders = lazy(() => foldersOf(Object.keys(files)));
  const isFolder = (path: string): boolean => absolute(path) === folder || folders().has(absolute(path));
  const environment: Environment = {
    version: '1.2.3',
    tokensOf,
    list: (path, wanted) => {
      const prefix = absolute(path) === '/' ? '/' : `${absolute(path)}/`;
      const below = Object.keys(files).filter((file) => file.startsWith(prefix));
      const shown = below.map((file) => (path === '.' ? '' : `${path}/`) + file.slice(prefix.length));
      return { files: shown.filter(wanted).sort(), errors: [] };
    },
    kindOf: (path) => (Object.hasOwn(files, absolute(path)) ? 'file' : isFolder(path) ? 'folder' : 'absent'),
    read: (path) => {
      const file = files[absolute(path)];
      if (typeof file === 'string') return { kind: 'text', text: file };
      return { kind: 'error', message: file?.broken ?? 'no such file or folder' };
    },
    page: (rule) => ({ kind: 'text', text: readFileSync(`docs/rules/${rule}.md`, 'utf8') }),
    write: ({ path, before, after }) => {
      const now = files[absolute(path)];
      if (typeof now !== 'string') return { kind: 'error', message: 'no such file or folder' };
      if (now !== before) return { kind: 'error', message: 'the file has changed' };
      written.set(absolute(path), after);
      return { kind: 'written' };
    },
    create: (path, text) => {
      if (Object.hasOwn(files, absolute(path))) return { kind: 'error', message: 'it is there already' };
      written.set(absolute(path), text);
      return { kind: 'written' };
    },
    absolute,
    stdin: () => (stdin === undefined ? { kind: 'error', message: 'closed' } : { kind: 'text', text: stdin }),
    sessionFolder: undefined,
    userFolder: '/home/me/.claude',
    userFolders: ['/home/me/.claude', '/home/me/.config/opencode'],
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color,
    ...(answers === undefined ? {} : { ask: asking(answers, (text) => environment.err(text)) }),
    ...(columns === undefined ? {} : { columns }),
    ...(progress === undefined ? {} : { progress }),
    ...(changes === undefined ? {} : { changes }),
  };
  const code = main(argv, environment);
  return { code, out, err };
}

/** Every folder above one of these paths, except the root. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of paths) {
    for (
      let end = path.lastIndexOf('/');
      end > 0 && !found.has(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1)
    )
      found.add(path.slice(0, end));
  }
  return found;
}

/** Answers one question after the other, and shows each as a terminal does. */
function asking(answers: readonly string[], show: (text: string) => void): NonNullable<Environment['ask']> {
  const left = [...answers];
  return (question) => {
    const answer = left.shift();
    show(`${question}${answer ?? ''}\n`);
    return answer;
  };
}

/** No rule reports anything in it. */
export const SOUND = document`
  ---
  name: reviewer
  description: Reads a diff and says what is wrong with it.
  ---

  You review.
  `;
/** One warning with a fix. */
export const WARNED = SOUND.replace('---\n\n', 'tools: Read, LS\n---\n\n');
/** One error. */
export const BROKEN = SOUND.replace('name: reviewer\n', '');
