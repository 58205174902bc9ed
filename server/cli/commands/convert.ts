/** The command `convert`: writes an agent for another host. */
import { type Conversion, convert as converted, projectOf, conversionTargets as targets } from '../../core/index';
import { type CheckedFile, check } from '../check';
import { command, failed, wrongUsage } from '../command';
import type { Environment } from '../environment';
import { convertFormatters } from '../formatters/convert/index';
import { choice, flag, inWords } from '../options';
import { formatNamed, usualFormat } from '../readers';
import { as, format } from '../sharedOptions';
import { createFile } from '../writing';

export const convert = command({
  name: 'convert',
  usage: {
    summary: 'Write an agent for another host, and report what is kept, changed and lost',
    operands: { usage: 'FILE', min: 1, max: 1, takes: 'one file' },
    details:
      'Writes the agent to standard output and the report to standard error. The result never grants more than the source: where a ' +
      'limit cannot be expressed, nothing is written, unless --allow-more is given. Tools that the prompt names are listed, not ' +
      'rewritten.',
    examples: {
      'convert .claude/agents/reviewer.md --to gemini-cli': 'Show the agent as Gemini CLI has it',
      'convert .claude/agents/reviewer.md --to gemini-cli --write': 'Create the file where Gemini CLI reads it',
    },
    exitCodes: { 0: 'when the agent was converted', 1: 'when it cannot be', 2: 'on usage or I/O errors' },
  },
  options: {
    to: choice<string, undefined>(
      targets,
      undefined,
      'HOST',
      `The host to write for: ${Object.keys(targets).join(', ')}`,
    ),
    write: flag('Create the file where the host reads it. An existing file is never replaced'),
    'allow-more': flag('Convert even if the agent then gets more than it had'),
    format: format(convertFormatters, 'text'),
    as,
  },
  run({ operands, options }, environment) {
    const target = options.to === undefined ? undefined : targets[options.to];
    if (target === undefined)
      return wrongUsage(`convert needs --to HOST: ${inWords(Object.keys(targets))}`, 'convert', environment);
    const checked = check({ paths: operands, forced: formatNamed(options.as), otherwise: usualFormat }, environment);
    for (const error of checked.errors) failed(error, environment);
    const [file] = checked.files;
    if (file === undefined || checked.files.length > 1) {
      const why = file === undefined ? 'there is no agent to convert' : 'convert takes one file, not a folder';
      return failed(why, environment);
    }
    const conversion = converted(file.agent, target);
    const isStopped = 'refused' in conversion || (conversion.widens.length > 0 && !options['allow-more']);
    const path = 'refused' in conversion ? undefined : pathOf(file, conversion, environment);
    const { out, err } = convertFormatters[options.format]({
      source: file.path,
      target,
      conversion,
      isStopped,
      path,
      isWritten: options.write,
    });
    environment.err(err);
    if (options.write && !isStopped && path !== undefined && !('refused' in conversion)) {
      const created = createFile(path, conversion.text, environment);
      if (created.kind === 'error') return failed(`${path}: ${created.message}`, environment);
    }
    environment.out(out);
    return isStopped ? 1 : 0;
  },
});

/** Where the new file belongs: in the project of the source, or else in the current folder. */
function pathOf(
  { agent }: CheckedFile,
  { path }: Exclude<Conversion, { readonly refused: string }>,
  environment: Environment,
): string {
  const home = agent.path === undefined ? undefined : projectOf(agent.path, agent.format);
  return environment.absolute(`${home ?? './'}${path}`);
}
