/** `agent-authoring check`: finds agent files, lints them, reports. */
import { type Dialect, detect, dialectById, keysOf, type LintFinding, lint, parse, type AgentFile } from '../core/index';
import type { CheckArgs } from './args';
import type { Host } from './host';

/** The findings of one file. */
export interface CheckedFile {
  readonly path: string;
  readonly dialect: string;
  readonly file: AgentFile;
  readonly findings: readonly LintFinding[];
}

export interface Checked {
  readonly files: readonly CheckedFile[];
  /** What could not be read or checked, one sentence each. */
  readonly errors: readonly string[];
}

/** Checks what the arguments name. */
export function check({ paths, dialect }: CheckArgs, host: Host): Checked {
  const forced = dialect === undefined ? undefined : dialectById(dialect);
  const files: CheckedFile[] = [];
  const errors: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const found = find(path, forced, host);
    errors.push(...found.errors);
    for (const { path: file, named } of found.files) {
      if (seen.has(file)) continue;
      seen.add(file);
      checkFile(file, named, forced, host, files, errors);
    }
  }
  return { files, errors };
}

interface Found {
  readonly files: readonly { readonly path: string; readonly named: boolean }[];
  readonly errors: readonly string[];
}

/** A file that is named is checked; a folder is searched for agent files, or for all Markdown when a dialect is forced. */
function find(path: string, forced: Dialect | undefined, host: Host): Found {
  switch (host.kindOf(path)) {
    case 'file':
      return { files: [{ path, named: true }], errors: [] };
    case 'folder': {
      const wanted = (file: string): boolean => (forced === undefined ? detect(`/${file}`) !== undefined : file.endsWith('.md'));
      const { files, errors } = host.list(path, wanted);
      return { files: files.map((file) => ({ path: file, named: false })), errors };
    }
    case 'absent':
      return { files: [], errors: [`${path}: no such file or folder`] };
    default:
      return { files: [], errors: [`${path}: neither a regular file nor a folder`] };
  }
}

function checkFile(path: string, named: boolean, forced: Dialect | undefined, host: Host, files: CheckedFile[], errors: string[]): void {
  const read = host.read(path);
  if (read.kind === 'error') {
    errors.push(`${path}: ${read.message}`);
    return;
  }
  // With a forced dialect a folder may hold any Markdown; only what opens like an agent file is meant.
  if (forced !== undefined && !named && !opensWithDashes(read.text)) return;
  const dialect = forced ?? detect(`/${path}`);
  if (dialect === undefined) {
    errors.push(`${path}: not at a path where a known program looks for agents; name the dialect with --dialect`);
    return;
  }
  const file = parse(read.text, keysOf(dialect));
  const { findings, failures } = lint(file, { dialect, path });
  for (const { rule, error } of failures) errors.push(`${path}: rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}`);
  files.push({ path, dialect: dialect.id, file, findings });
}

const opensWithDashes = (text: string): boolean => text.startsWith('---', text.charCodeAt(0) === 0xfeff ? 1 : 0);
