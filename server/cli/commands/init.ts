/** The command `init`: writes what a repository needs to use this program. */
import { hosts as allHosts, configurationFiles } from '../../core/index';
import { baselineText } from '../baseline';
import { command, type ExitCode, failed, wrongUsage } from '../command';
import type { Environment } from '../environment';
import { choice, flag, list } from '../options';
import { reported } from '../reported';
import { createFile } from '../writing';
import { asked, hostsHere, isChosen, piecesOf } from './init/chosen';
import { BASELINE_FILE, type Piece, servers } from './init/pieces';

const name = 'init';

const ids = Object.fromEntries(allHosts.map(({ id }) => [id, true]));

export const init = command({
  name,
  usage: {
    summary: 'Write the configuration, a pre-commit hook and a workflow for this repository',
    operands: { usage: '', min: 0, max: 0, takes: 'no paths: it writes into the current folder' },
    details:
      'Writes files into the current folder. Without options, asks on a terminal what to write. A file that exists is never changed; ' +
      'what has to be added to it is printed. The hook and the workflow run the program that is among the devDependencies of the ' +
      'repository, and fetch nothing.',
    examples: {
      init: 'Ask what to write',
      'init --config --pre-commit --ci github': 'Write all of it, without questions',
      'init --config --dry-run': 'Show what would be written',
      'init --pre-commit --baseline': 'Check staged agents, and accept the problems that there are now',
      'init --hosts claude-code,gemini-cli': 'Write a configuration for agents that must work in both',
    },
    exitCodes: { 0: 'when everything is there', 2: 'on usage or I/O errors' },
  },
  options: {
    config: flag('Write .agent-authoring.json with the present version'),
    hosts: list('A,B', 'Write it for agents that must work in all of these hosts', ids),
    'pre-commit': flag('Write .pre-commit-config.yaml with a hook for staged agents'),
    ci: choice<keyof typeof servers, undefined>(
      servers,
      undefined,
      'SERVER',
      `Write a workflow for continuous integration: ${Object.keys(servers).join(', ')}`,
    ),
    baseline: flag(`Accept the current problems in ${BASELINE_FILE}; the hook and the workflow report what is new`),
    'dry-run': flag('Write nothing; show the files'),
  },
  run({ options }, environment) {
    const { ask } = environment;
    if (!isChosen(options) && ask === undefined)
      return wrongUsage(
        'without a terminal, init needs --config, --hosts, --pre-commit, --ci or --baseline',
        name,
        environment,
      );
    const chosen = isChosen(options) || ask === undefined ? options : asked(hostsHere(environment), ask, environment);
    if (chosen === undefined) return failed('the input has ended, so nothing was written', environment);
    const pieces = piecesOf(chosen, environment.version);
    if (pieces.length === 0 && !chosen.baseline) environment.out('Nothing to write.\n');
    const isDry = options['dry-run'];
    const codes = pieces.map((piece) => put(piece, isDry, environment));
    // It counts what is reported with the configuration that was just written.
    if (chosen.baseline) codes.push(accept(isDry, environment));
    const needsProgram = pieces.some(({ text }) => text.includes('npx'));
    if (needsProgram && !isDependency(environment))
      environment.err('The hook and the workflow need agent-authoring among the devDependencies of package.json.\n');
    return codes.includes(2) ? 2 : 0;
  },
});

/** Writes one file, or says why not and what to do. */
function put({ path, text, entry }: Piece, isDry: boolean, environment: Environment): ExitCode {
  const names = configurationFiles.includes(path) ? configurationFiles : [path];
  const present = names.find((one) => environment.kindOf(one) !== 'absent');
  if (present !== undefined) {
    const read = environment.read(present);
    const isIn = entry === undefined || (read.kind === 'text' && read.text.includes('agent-authoring'));
    environment.out(
      isIn
        ? `${present} exists and stays as it is\n`
        : `${present} exists and stays as it is. Add to it:\n${indented(entry)}`,
    );
    return 0;
  }
  if (isDry) {
    environment.out(`${path} would be created:\n${indented(text)}`);
    return 0;
  }
  if (leadsOut(path, environment)) return failed(`${path}: a link leads out of this folder`, environment);
  const created = createFile(environment.absolute(path), text, environment);
  if (created.kind === 'error') return failed(`${path}: ${created.message}`, environment);
  environment.out(`${path} created\n`);
  return 0;
}

/** Writes the current problems to a baseline. What cannot be read would be missing from it. */
function accept(isDry: boolean, environment: Environment): ExitCode {
  const { files, errors } = reported({ paths: [] }, environment);
  for (const error of errors) failed(error, environment);
  if (errors.length > 0) return 2;
  const code = put({ path: BASELINE_FILE, text: baselineText(files, BASELINE_FILE, environment) }, isDry, environment);
  if (code === 0) environment.out(`Report what is new with: agent-authoring check --baseline ${BASELINE_FILE}\n`);
  return code;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** Whether the nearest folder that exists above a file is outside of the current one. */
function leadsOut(path: string, environment: Environment): boolean {
  const identity = (one: string): string =>
    environment.identityOf?.(environment.absolute(one)).replaceAll('\\', '/') ?? environment.absolute(one);
  const root = identity('.');
  let folder = path;
  do folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  while (folder !== '' && environment.kindOf(folder) === 'absent');
  const real = identity(folder === '' ? '.' : folder);
  return real !== root && !real.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** Whether the repository has this program among its packages. */
function isDependency(environment: Environment): boolean {
  const read = environment.kindOf('package.json') === 'file' ? environment.read('package.json') : undefined;
  return read?.kind === 'text' && read.text.includes('"agent-authoring"');
}
