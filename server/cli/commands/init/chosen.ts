/** What `init` is to write: by options, or by questions on a terminal. */
import { hosts as allHosts, signPaths } from '../../../core/index';
import type { Environment } from '../../environment';
import { configuration, GITLAB_FILE, type Piece, preCommit, servers } from './pieces';

/** The options of `init` that choose something. */
export interface Chosen {
  readonly config: boolean;
  readonly 'pre-commit': boolean;
  readonly ci: keyof typeof servers | undefined;
  readonly hosts: readonly string[] | undefined;
  readonly baseline: boolean;
}

/** The ids of the hosts that the current folder is used with, in the order of all hosts. */
export function hostsHere(environment: Environment): readonly string[] {
  const found = new Set(signPaths.flatMap(([sign, host]) => (environment.kindOf(sign) === 'absent' ? [] : [host])));
  return allHosts.flatMap(({ id }) => (found.has(id) ? [id] : []));
}

/** Whether the options choose something, so that there is nothing to ask. */
export const isChosen = ({ config, ci, hosts, 'pre-commit': hook, baseline }: Chosen): boolean =>
  config || hook || baseline || ci !== undefined || hosts !== undefined;

/** The files that the options choose, without the baseline. */
export const piecesOf = (
  { config, ci, hosts, 'pre-commit': hook, baseline }: Chosen,
  version: string,
): readonly Piece[] => [
  ...(config || hosts !== undefined ? [configuration(version, hosts ?? [])] : []),
  ...(hook ? [preCommit(baseline)] : []),
  ...(ci === undefined ? [] : [servers[ci](baseline)]),
];

/**
 * Asks what to write.
 * @param ask Asks one question; undefined at the end of input.
 * @returns Undefined when the person has ended the input.
 */
export function asked(
  found: readonly string[],
  ask: (question: string) => string | undefined,
  environment: Environment,
): Chosen | undefined {
  const yes = (question: string, usual: boolean): boolean | undefined => {
    for (;;) {
      const answer = ask(`${question} ${usual ? '[Y/n]' : '[y/N]'} `)
        ?.trim()
        .toLowerCase();
      if (answer === undefined) return undefined;
      if (answer === '') return usual;
      if (['y', 'yes'].includes(answer)) return true;
      if (['n', 'no'].includes(answer)) return false;
    }
  };
  const names = allHosts.flatMap(({ id, name }) => (found.includes(id) ? [name] : []));
  environment.err(
    names.length === 0
      ? 'No agents of a known host are in this folder yet.\n'
      : `Found in this folder: ${names.join(', ')}.\n`,
  );
  const config = yes(
    'Write .agent-authoring.json? It keeps rules of later versions off until you raise its version.',
    true,
  );
  if (config === undefined) return undefined;
  const isForAll = config && found.length > 1 ? yes('Must every agent work in all of these programs?', false) : false;
  if (isForAll === undefined) return undefined;
  const hook = yes('Check staged agents before each commit, with pre-commit?', false);
  if (hook === undefined) return undefined;
  const hasGitlab = environment.kindOf(GITLAB_FILE) === 'file';
  const server = hasGitlab ? 'gitlab' : 'github';
  const ci = yes(`Check agents in continuous integration, on ${hasGitlab ? 'GitLab' : 'GitHub'}?`, false);
  if (ci === undefined) return undefined;
  const baseline = yes('Accept the problems that there are now, so that only new ones are reported?', false);
  if (baseline === undefined) return undefined;
  return { config, 'pre-commit': hook, ci: ci ? server : undefined, hosts: isForAll ? found : undefined, baseline };
}
