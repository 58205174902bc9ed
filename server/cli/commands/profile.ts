/** The command `profile learn`: derives settings from the sections and report keys that the agents of a folder share. */
import {
  CONFIGURATION_FILE,
  configurationFiles,
  isTooLarge,
  learnReportKeys,
  learnSections,
  USUAL_PERCENT,
} from '../../core/index';
import { check } from '../check';
import { command, type ExitCode, failed, wrongUsage } from '../command';
import type { Environment } from '../environment';
import { flag } from '../options';
import { counted, printable } from '../printable';
import { formatNamed } from '../readers';
import { as } from '../sharedOptions';
import { TOO_LARGE } from '../tooLarge';
import { changeFile, createFile } from '../writing';
import { type Profile, withProfile } from './profile/withProfile';

const name = 'profile learn';

export const profile = command({
  name,
  usage: {
    summary: 'Derive settings from the agents of a folder',
    operands: { usage: '[folder]', min: 0, max: 1, takes: 'one folder' },
    details:
      `Prints the sections that at least ${USUAL_PERCENT} % of the agents in a folder have, in their usual order, and the ` +
      'keys that as many of their completion reports have, as the settings that require them. The folder is the ' +
      'current one by default.',
    examples: {
      'profile learn': 'Print the settings',
      'profile learn --write': `Replace "sections" and "report" in ${CONFIGURATION_FILE}`,
    },
    exitCodes: { 0: 'on success', 2: 'on usage or I/O errors or without agents' },
  },
  options: { write: flag(`Write the settings to the ${CONFIGURATION_FILE} of the folder`), as },
  run({ operands: [folder = '.'], options }, environment) {
    if (environment.kindOf(folder) !== 'folder')
      return wrongUsage(`${name} takes one folder, and '${folder}' is not a folder`, name, environment);
    const found = check({ paths: [folder], forced: formatNamed(options.as) }, environment);
    // Skills, commands and manifests have no sections to learn from.
    const checked = { ...found, files: found.files.filter(({ agent }) => agent.format.kind === undefined) };
    // They would count as agents without sections.
    const unread = checked.files.filter(({ file }) => isTooLarge(file));
    const errors = [...checked.errors, ...unread.map(({ path }) => `${path}: ${TOO_LARGE}`)];
    const files = checked.files.filter(({ file }) => !isTooLarge(file));
    for (const error of errors) failed(error, environment);
    if (files.length === 0) return failed(`${folder}: no agents to learn from`, environment);
    const agents = files.map(({ file }) => file);
    const learned = { sections: learnSections(agents), reportKeys: learnReportKeys(agents) };
    if (learned.sections.require.length === 0 && learned.reportKeys.length === 0)
      environment.err(`No section or report key is in ${USUAL_PERCENT} % of ${counted(files.length, 'agent')}.\n`);
    const done = options.write ? write(folder, learned, files.length, environment) : print(learned, environment);
    return errors.length > 0 ? 2 : done;
  },
});

function print(learned: Profile, environment: Environment): ExitCode {
  const made = withProfile(null, learned);
  if (made.kind === 'error') return failed(made.message, environment);
  environment.out(made.text);
  return 0;
}

function write(folder: string, learned: Profile, agents: number, environment: Environment): ExitCode {
  const places = configurationFiles.map((name) => `${folder.endsWith('/') ? folder.slice(0, -1) : folder}/${name}`);
  const path = places.find((place) => environment.kindOf(place) !== 'absent') ?? places[0] ?? '';
  environment.tidy?.(path);
  const isThere = environment.kindOf(path) !== 'absent';
  const before = isThere ? environment.read(path) : { kind: 'text' as const, text: null };
  if (before.kind === 'error') return failed(`${path}: ${before.message}`, environment);
  const made = withProfile(before.text, learned);
  if (made.kind === 'error') return failed(`${path}: ${made.message}, so the file was not changed`, environment);
  const result =
    before.text === null
      ? createFile(path, made.text, environment)
      : changeFile({ path, before: before.text, after: made.text, tree: folder }, environment);
  if (result.kind === 'error') return failed(`${path}: ${result.message}`, environment);
  environment.out(`${printable(path)}: wrote the profile of ${counted(agents, 'agent')}\n`);
  return 0;
}
