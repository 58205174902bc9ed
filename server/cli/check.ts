/** Finds, reads and lints agent files, as most commands do first. */
import {
  type Agent,
  type AgentFile,
  agentOf,
  type Format,
  keysOf,
  type Level,
  type LintFinding,
  lint,
  MAX_FILE_BYTES,
  membershipOf,
  parse,
  type Settings,
  type Workspace,
} from '../core/index';
import { type Configurations, configurationsOn } from './configuration';
import type { Environment } from './environment';
import { find, type LeftOut } from './find';
import { besides, linked } from './neighbors';
import { type ReadAs, readersOf } from './readers';

/** What is to be checked, and how. */
export interface Request extends ReadAs {
  /** Files and folders; the current folder when empty. */
  readonly paths: readonly string[];
  /** Severities that override those of the configuration files. */
  readonly rules?: Readonly<Record<string, Level>>;
}

/** The findings of one file. */
export interface CheckedFile {
  readonly path: string;
  /** The file as its main host reads it; the findings are about this one. */
  readonly agent: Agent;
  /** The file as each host reads it, the main one first. */
  readonly agents: readonly Agent[];
  readonly file: AgentFile;
  readonly findings: readonly LintFinding[];
  /** Findings that are not shown because there are too many; they count like the others. */
  readonly unshown: readonly LintFinding[];
  /** The settings it was linted with. */
  readonly settings: Settings;
  /** Whether the file was named, and not found in a folder. */
  readonly isNamed: boolean;
  /** The folder that was searched, or that of a file that was named. */
  readonly tree: string;
}

export interface Checked {
  readonly files: readonly CheckedFile[];
  /** What the search of a folder passed over. */
  readonly leftOut: readonly LeftOut[];
  /** What could not be read or checked, one sentence each. */
  readonly errors: readonly string[];
}

/** Checks the files that the request names, each once. */
export function check(request: Request, environment: Environment): Checked {
  const files: CheckedFile[] = [];
  const leftOut: LeftOut[] = [];
  const errors: string[] = [];
  const seen = new Set<string>();
  const configurations = configurationsOn(environment);
  const manifests = besides(environment);
  for (const path of request.paths.length === 0 ? ['.'] : request.paths) {
    const found = find(path, request, environment, manifests);
    // One by one: the arguments of a call must fit on the stack, and a folder may contain any number of files.
    for (const error of found.errors) errors.push(error);
    for (const one of found.leftOut) leftOut.push(one);
    for (const file of found.files) {
      const absolute = environment.absolute(file);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      const tree = found.isNamed ? folderOf(file) : path;
      const target = { path: file, absolute, isNamed: found.isNamed, tree };
      const outcome = checkFile(target, request, { configurations, manifests }, environment);
      if (outcome.file !== undefined) files.push(outcome.file);
      if (outcome.why !== undefined) leftOut.push({ path: file, why: outcome.why });
      errors.push(...outcome.errors.map((error) => `${file}: ${error}`));
    }
  }
  return { files, leftOut, errors: [...configurations.errors(), ...errors] };
}

interface Target {
  readonly path: string;
  readonly absolute: string;
  readonly isNamed: boolean;
  readonly tree: string;
}

/** What is known of the files around those that are checked. */
interface Around {
  readonly configurations: Configurations;
  readonly manifests: Workspace;
}

interface Outcome {
  readonly file?: CheckedFile;
  /** Why the file is left out. */
  readonly why?: string;
  readonly errors: readonly string[];
}

/** Checks one file, unless it was found in a folder and is not an agent file. */
function checkFile(
  { path, absolute, isNamed, tree }: Target,
  { forced, otherwise, rules = {} }: Request,
  { configurations, manifests }: Around,
  environment: Environment,
): Outcome {
  const found = environment.read(path, MAX_FILE_BYTES);
  if (found.kind === 'error') return { errors: [found.message] };
  // With a forced format, a folder may contain any Markdown. Only files that start like an agent file are checked.
  if (forced !== undefined && !isNamed && !opensWithDashes(found.text))
    return { why: 'it does not start with `---`', errors: [] };
  const readers = readersOf(absolute, { forced, otherwise: isNamed ? otherwise : undefined }, manifests);
  const [reader] = readers;
  if (reader === undefined) return { errors: ['no known host loads agents from this path; set the format with --as'] };
  const file = parse(found.text, keysOf(reader));
  const read = (one: Format): Agent => agentOf(file, one, absolute, membershipOf(absolute, one, manifests));
  const agent = read(reader);
  const agents = [agent, ...readers.slice(1).map(read)];
  const configured = configurations.settingsFor(absolute);
  const settings = { ...configured, rules: { ...configured.rules, ...rules } };
  // Linted as a separate agent, so that the facts that rules compute are not kept for all files.
  const { findings, unshown, failures } = lint(read(reader), { settings, workspace: linked(environment) });
  return {
    file: { path, agent, agents, file, findings, unshown, settings, isNamed, tree },
    errors: failures.map(({ rule, error }) => `rule ${rule} failed: ${error instanceof Error ? error.message : error}`),
  };
}

/** The folder of a path, which may have the marks of Windows between names. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end < 0 ? '.' : path.slice(0, end + 1);
}

const opensWithDashes = (text: string): boolean => text.startsWith('---', text.charCodeAt(0) === 0xfeff ? 1 : 0);
