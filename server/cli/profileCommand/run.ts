/** The command `profile learn`: which sections and report keys the agents of a folder have in common, as settings. */
import { CONFIGURATION_FILE, learnReportKeys, learnSections, USUAL_PERCENT } from '../../core/index';
import { parseCheckArgs } from '../args';
import { check } from '../check';
import type { Host } from '../host';
import { printable } from '../report/text';
import { type Profile, withProfile } from './withProfile';

export const PROFILE_USAGE = `Usage:
  agent-authoring profile learn [folder] [--write] [--dialect …]

Prints the sections that at least ${USUAL_PERCENT} % of the agents found have, in their usual order, and the keys that as many of
their completion reports have, as the settings that ask for them. With --write they take the place of "sections" and
"report" in the ${CONFIGURATION_FILE} of the folder.
Exit code: 0, or 2 when the call, the reading or the writing failed.
`;

/** Runs \`profile\` and returns the exit code of the process. */
export function runProfile(argv: readonly string[], host: Host): 0 | 2 {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h') {
    host.out(PROFILE_USAGE);
    return 0;
  }
  if (command !== 'learn') return wrong("'profile' takes the command 'learn'", host);
  const parsed = parseCheckArgs(rest.filter((argument) => argument !== '--write'));
  if (parsed.kind === 'help') {
    host.out(PROFILE_USAGE);
    return 0;
  }
  if (parsed.kind === 'wrong') return wrong(parsed.message, host);
  const [folder, another] = parsed.args.paths;
  if (folder === undefined || another !== undefined || host.kindOf(folder) !== 'folder')
    return wrong("'profile learn' takes one folder", host);
  const { files, errors } = check(parsed.args, host);
  for (const error of errors) host.err(`agent-authoring: ${printable(error)}\n`);
  if (files.length === 0) return failed(`${folder}: there are no agents to learn from`, host);
  const agents = files.map(({ file }) => file);
  const profile = { sections: learnSections(agents), reportKeys: learnReportKeys(agents) };
  const done = rest.includes('--write') ? write(folder, profile, files.length, host) : print(profile, host);
  return errors.length > 0 ? 2 : done;
}

function print(profile: Profile, host: Host): 0 {
  host.out(withProfile('{}', profile) ?? '');
  return 0;
}

function write(folder: string, profile: Profile, agents: number, host: Host): 0 | 2 {
  const path = `${folder.endsWith('/') ? folder.slice(0, -1) : folder}/${CONFIGURATION_FILE}`;
  const isThere = host.kindOf(path) !== 'absent';
  const before = isThere ? host.read(path) : { kind: 'text' as const, text: '{}' };
  if (before.kind === 'error') return failed(`${path}: ${before.message}`, host);
  const text = withProfile(before.text, profile);
  if (text === undefined) return failed(`${path}: is not a JSON object and was left alone`, host);
  const result = (isThere ? host.write : host.create)?.(path, text) ?? {
    kind: 'error' as const,
    message: 'nothing can be written here',
  };
  if (result.kind === 'error') return failed(`${path}: ${result.message}`, host);
  host.out(`${printable(path)}: the profile of ${agents} agent${agents === 1 ? '' : 's'} was written\n`);
  return 0;
}

function failed(message: string, host: Host): 2 {
  host.err(`agent-authoring: ${printable(message)}\n`);
  return 2;
}

const wrong = (message: string, host: Host): 2 => failed(`${message}. See agent-authoring profile --help.`, host);
