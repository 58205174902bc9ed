/** Finds, reads and lints agent files, as most commands do first. */
import {
  type Agent,
  type AgentFile,
  agentOf,
  type Draft,
  draftOf,
  type Format,
  fileOf,
  finished,
  type Level,
  type LintFinding,
  lazyFor,
  MAX_FILE_BYTES,
  membershipOf,
  type Settings,
  type Workspace,
} from '../core/index';
import { type Configurations, configurationsOn } from './configuration';
import type { Environment } from './environment';
import { find, type LeftOut } from './find';
import { besides, linked } from './neighbors';
import { type ReadAs, readersOf } from './readers';
import type { Outcome, Target } from './work';

/** What is to be checked, and how. */
export interface Request extends ReadAs {
  /** Files and folders; the current folder when empty. */
  readonly paths: readonly string[];
  /** Severities that override those of the configuration files. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** Set when files that the configuration ignores are read too, because nothing is reported about them. */
  readonly readsIgnored?: boolean;
}

/** The findings of one file. */
export interface CheckedFile {
  readonly path: string;
  /** The file as its main host reads it; the findings are about this one. */
  readonly agent: Agent;
  /** The file as each host reads it, the main one first. */
  readonly agents: readonly Agent[];
  readonly file: AgentFile;
  /** What the rules about one file say. */
  readonly draft: Draft;
  /** The same as they are shown, without what other files add. */
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

export interface Checked<File = CheckedFile> {
  readonly files: readonly File[];
  /** What the search of a folder passed over. */
  readonly leftOut: readonly LeftOut[];
  /** What could not be read or checked, one sentence each. */
  readonly errors: readonly string[];
}

/** What a search found, in order: files, what it passed over, and what it could not read. */
export type Hit =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'leftOut'; readonly leftOut: LeftOut }
  | { readonly kind: 'error'; readonly error: string };

/** Checks the files that the request names, each once. */
export function check(request: Request, environment: Environment): Checked {
  const checkOne = checkerOf(request, environment);
  const hits = searched(request, environment);
  let done = 0;
  const checked = together(hits, (target) => {
    environment.progress?.(done++, hits.length);
    return checkOne(target);
  });
  environment.progress?.(hits.length, hits.length);
  return checked;
}

/** The files that the request names, each once. */
export function searched(request: Request, environment: Environment): readonly Hit[] {
  const hits: Hit[] = [];
  const seen = new Set<string>();
  const manifests = besides(environment);
  for (const path of request.paths.length === 0 ? ['.'] : request.paths) {
    const found = find(path, request, environment, manifests);
    for (const error of found.errors) hits.push({ kind: 'error', error });
    for (const leftOut of found.leftOut) hits.push({ kind: 'leftOut', leftOut });
    for (const file of found.files) {
      const absolute = environment.absolute(file);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      const tree = found.isNamed ? folderOf(file) : path;
      hits.push({ kind: 'target', target: { path: file, absolute, isNamed: found.isNamed, tree } });
    }
  }
  return hits;
}

/** Puts what came of each file together, in the order of the search. */
export function together<File>(
  hits: readonly Hit[],
  outcomeOf: (target: Target) => Outcome<File> | undefined,
): Checked<File> {
  const files: File[] = [];
  const leftOut: LeftOut[] = [];
  const errors: string[] = [];
  const configurationErrors = new Set<string>();
  for (const hit of hits) {
    if (hit.kind === 'error') errors.push(hit.error);
    else if (hit.kind === 'leftOut') leftOut.push(hit.leftOut);
    else {
      const { target } = hit;
      const outcome = outcomeOf(target);
      if (outcome?.file !== undefined) files.push(outcome.file);
      if (outcome?.why !== undefined) leftOut.push({ path: target.path, why: outcome.why });
      // One by one: the arguments of a call must fit on the stack, and there may be any number of files.
      for (const error of outcome?.errors ?? []) errors.push(`${target.path}: ${error}`);
      for (const error of outcome?.configurationErrors ?? []) configurationErrors.add(error);
    }
  }
  return { files, leftOut, errors: [...configurationErrors, ...errors] };
}

/** Settings with the severities of a request. */
const withRulesOf = ({ rules }: Request): ((settings: Settings) => Settings) =>
  lazyFor((settings) => ({ ...settings, rules: { ...settings.rules, ...rules } }));

/** The settings with which a request checks the file at an absolute path. */
export function settingsOn(request: Request, environment: Environment): (path: string) => Settings {
  const configurations = configurationsOn(environment);
  const withRules = withRulesOf(request);
  return (path) => withRules(configurations.settingsFor(path));
}

/** Checks files one by one, and looks only once at what several of them need. */
export function checkerOf(request: Request, environment: Environment): (target: Target) => Outcome<CheckedFile> {
  const configurations = configurationsOn(environment);
  const around = {
    configurations,
    manifests: besides(environment),
    // One object for each configuration file, because what follows from settings is kept with them.
    withRules: withRulesOf(request),
  };
  let said = 0;
  return (target) => {
    const outcome = checkFile(target, request, around, environment);
    const configurationErrors = configurations.errors().slice(said);
    said += configurationErrors.length;
    return { ...outcome, configurationErrors };
  };
}

/** What is known of the files around those that are checked. */
interface Around {
  readonly configurations: Configurations;
  readonly manifests: Workspace;
  /** Settings with the severities of the request. */
  readonly withRules: (settings: Settings) => Settings;
}

/** Checks one file, unless it was found in a folder and is not an agent file. */
function checkFile(
  { path, absolute, isNamed, tree }: Target,
  { forced, otherwise, readsIgnored }: Request,
  { configurations, manifests, withRules }: Around,
  environment: Environment,
): Omit<Outcome<CheckedFile>, 'configurationErrors'> {
  const settings = withRules(configurations.settingsFor(absolute));
  // A search passes over it without a line for each file, as it does with what git ignores.
  if (settings.isIgnored === true && readsIgnored !== true)
    return { ...(isNamed && { why: '`ignore` in its configuration file matches it' }), errors: [] };
  const found = environment.read(path, MAX_FILE_BYTES);
  if (found.kind === 'error') return { errors: [found.message] };
  // With a forced format, a folder may contain any Markdown. Only files that start like an agent file are checked.
  if (forced !== undefined && !isNamed && !opensWithDashes(found.text))
    return { why: 'it does not start with `---`', errors: [] };
  const readers = readersOf(absolute, { forced, otherwise: isNamed ? otherwise : undefined }, manifests);
  const [reader] = readers;
  if (reader === undefined) return { errors: ['no known host loads agents from this path; set the format with --as'] };
  const file = fileOf(found.text, reader);
  const read = (one: Format): Agent => agentOf(file, one, absolute, membershipOf(absolute, one, manifests));
  const agent = read(reader);
  const agents = [agent, ...readers.slice(1).map(read)];
  // Linted as a separate agent, so that the facts that rules compute are not kept for all files.
  const draft = draftOf(read(reader), {
    settings,
    workspace: linked(environment, manifests),
    others: readers.slice(1).map(read),
  });
  const { findings, unshown, failures } = finished(draft, undefined);
  return {
    file: { path, agent, agents, file, draft, findings, unshown, settings, isNamed, tree },
    errors: failures.map(failureText),
  };
}

/** A rule that threw, as the end of a sentence. */
export const failureText = ({ rule, error }: Draft['failures'][number]): string =>
  `rule ${rule} failed: ${error instanceof Error ? error.message : error}`;

/** The folder of a path, which may have the marks of Windows between names. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end < 0 ? '.' : path.slice(0, end + 1);
}

const opensWithDashes = (text: string): boolean => text.startsWith('---', text.charCodeAt(0) === 0xfeff ? 1 : 0);
