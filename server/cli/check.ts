/** `agent-authoring check`: finds agent files, lints them, reports. */
import {
  type AgentFile,
  detect,
  type Format,
  formatById,
  keysOf,
  type LintFinding,
  lint,
  parse,
  type Settings,
} from '../core/index';
import type { CheckArgs } from './args';
import { type Configurations, configurationsOn } from './configuration';
import type { Host } from './host';
import { besides, linked } from './neighbours';

/** The findings of one file. */
export interface CheckedFile {
  readonly path: string;
  readonly dialect: string;
  readonly file: AgentFile;
  readonly findings: readonly LintFinding[];
  /** Those of the configuration file that holds for it. */
  readonly settings: Settings;
}

export interface Checked {
  readonly files: readonly CheckedFile[];
  /** What could not be read or checked, one sentence each. */
  readonly errors: readonly string[];
}

/**
 * Checks what the arguments name; a file that is named or found twice is checked once.
 * @param otherwise What a named file is read as when its path does not tell; without it such a file is an error.
 */
export function check({ paths, dialect }: CheckArgs, host: Host, otherwise?: Format): Checked {
  const forced = dialect === undefined ? undefined : formatById(dialect);
  const files: CheckedFile[] = [];
  const errors: string[] = [];
  const seen = new Set<string>();
  const configurations = configurationsOn(host);
  for (const path of paths) {
    const found = find(path, forced, host);
    errors.push(...found.errors);
    for (const file of found.files) {
      const absolute = host.absolute(file);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      const checked = checkFile(
        { path: file, absolute, isNamed: found.isNamed, otherwise: found.isNamed ? otherwise : undefined },
        forced,
        configurations,
        host,
      );
      if (checked === undefined) continue;
      if (checked.file !== undefined) files.push(checked.file);
      errors.push(...checked.errors.map((error) => `${file}: ${error}`));
    }
  }
  return { files, errors: [...configurations.errors(), ...errors] };
}

interface Found {
  readonly files: readonly string[];
  /** Whether the file itself stands among the arguments. */
  readonly isNamed: boolean;
  readonly errors: readonly string[];
}

/** A file that is named is checked; a folder is searched for agent files, or for all Markdown when a dialect is forced. */
function find(path: string, forced: Format | undefined, host: Host): Found {
  const failure = (message: string): Found => ({ files: [], isNamed: true, errors: [`${path}: ${message}`] });
  switch (host.kindOf(path)) {
    case 'file':
    case 'unknown':
      return { files: [path], isNamed: true, errors: [] };
    case 'folder': {
      const { wanted, enters } = searchFor(forced, host);
      return { ...host.list(path, wanted, enters), isNamed: false };
    }
    case 'absent':
      return failure('no such file or folder');
    default:
      return failure('neither a regular file nor a folder');
  }
}

/** Which files are wanted and which folders are entered. */
interface Search {
  readonly wanted: (path: string) => boolean;
  readonly enters: (folder: string) => boolean;
}

/** Folders that hold other people's files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function searchFor(forced: Format | undefined, host: Host): Search {
  const isAgent = (path: string): boolean => detect(host.absolute(path), besides(host)) !== undefined;
  return {
    wanted: forced === undefined ? isAgent : (path) => path.endsWith('.md'),
    // Hosts read all of an agents folder, so nothing in it is skipped.
    enters: (folder) => !SKIPPED.has(folder.slice(folder.lastIndexOf('/') + 1)) || isAgent(`${folder}/a.md`),
  };
}

interface Target {
  readonly path: string;
  readonly absolute: string;
  readonly isNamed: boolean;
  readonly otherwise: Format | undefined;
}

interface Outcome {
  readonly file?: CheckedFile;
  readonly errors: readonly string[];
}

/** Checks one file; undefined when it turns out to be none that is meant. */
function checkFile(
  { path, absolute, isNamed, otherwise }: Target,
  forced: Format | undefined,
  configurations: Configurations,
  host: Host,
): Outcome | undefined {
  const read = host.read(path);
  if (read.kind === 'error') return { errors: [read.message] };
  // With a forced dialect a folder may hold any Markdown; only what opens like an agent file is meant.
  if (forced !== undefined && !isNamed && !opensWithDashes(read.text)) return undefined;
  const dialect = forced ?? detect(absolute, besides(host)) ?? otherwise;
  if (dialect === undefined) {
    return { errors: ['not at a path where a known program looks for agents; name the dialect with --dialect'] };
  }
  const file = parse(read.text, keysOf(dialect));
  const settings = configurations.settingsFor(absolute);
  const { findings, failures } = lint(file, { format: dialect, path: absolute, settings, workspace: linked(host) });
  return {
    file: { path, dialect: dialect.id, file, findings, settings },
    errors: failures.map(({ rule, error }) => `rule ${rule} failed: ${error instanceof Error ? error.message : error}`),
  };
}

const opensWithDashes = (text: string): boolean => text.startsWith('---', text.charCodeAt(0) === 0xfeff ? 1 : 0);
