/** The command `new`: writes a new agent. */
import {
  checkName,
  decoded,
  draftOf,
  type Format,
  type Index,
  indexOf,
  newAgentFile,
  newAgentFormats,
  presets,
  readAgent,
  toolChoicesOf,
  usualTools,
  workspaceWithout,
} from '../../core/index';
import { command, failed } from '../command';
import type { Environment } from '../environment';
import { choice, flag, notAmong, text } from '../options';
import { indexAround } from '../surroundings';
import { createFile } from '../writing';

/** By the ids of hosts. Agents of plugins need a plugin around them. */
const formats: Readonly<Record<string, Format>> = Object.fromEntries(
  newAgentFormats.filter(({ beside }) => beside === undefined).map((format) => [format.host.id, format]),
);
const purposes = Object.fromEntries(presets.map((preset) => [preset.id, preset]));
const [usualHost = ''] = Object.keys(formats);
const [usualPurpose = ''] = Object.keys(purposes);

export const newAgent = command({
  name: 'new',
  usage: {
    summary: 'Write a new agent for a host, from a preset',
    operands: { usage: 'NAME', min: 1, max: 1, takes: 'one name' },
    details:
      'Writes the agent to standard output. Placeholders to fill in are in brackets. The host loads the agent under this name, with ' +
      'exactly the chosen tools. A name that is already taken is refused.',
    examples: {
      'new code-reviewer': 'Show a read-only reviewer',
      'new api-developer --preset api-expert --write': 'Create the file in the project of the current folder',
      'new helper --host gemini-cli --tools read_file,glob': 'Choose the host and the tools',
    },
    exitCodes: { 0: 'when the agent was written', 1: 'when it cannot be', 2: 'on usage or I/O errors' },
  },
  options: {
    host: choice<string, string>(
      formats,
      usualHost,
      'HOST',
      `The host to write for: ${Object.keys(formats).join(', ')} (default: ${usualHost})`,
    ),
    preset: choice<string, string>(
      purposes,
      usualPurpose,
      'PRESET',
      `What the agent is for: ${Object.keys(purposes).join(', ')} (default: ${usualPurpose})`,
    ),
    tools: text('A,B', "What the agent may do, in place of the preset's tools"),
    'all-tools': flag('Set no limits, so that the agent may do everything'),
    write: flag('Create the file where the host reads it. An existing file is never replaced'),
  },
  run({ operands, options }, environment) {
    const [format, preset] = [formats[options.host], purposes[options.preset]];
    const name = (operands[0] ?? '').trim();
    if (format === undefined || preset === undefined) return failed('new needs a host and a preset', environment);
    const known = toolChoicesOf(format).map(({ id }) => id);
    const given = options.tools?.split(',').map((tool) => tool.trim());
    const unknown = given?.find((tool) => !known.includes(tool));
    if (unknown !== undefined) return failed(`--tools ${notAmong(unknown, known)}`, environment);
    const tools = options['all-tools'] ? undefined : (given ?? usualTools(preset, format));
    const file = newAgentFile({ format, name, preset, tools });
    if ('refused' in file) return refused(file.refused, environment);
    const path = environment.absolute(`./${file.path}`);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const checked = checkName(
      format,
      folder,
      name,
      indexFor(file.text, format, path, environment),
      workspaceWithout([]),
    );
    if ('refused' in checked) return refused(checked.refused, environment);
    if (checked.warning !== undefined) environment.err(`${checked.warning}\n`);
    if (!options.write) {
      environment.out(file.text);
      return 0;
    }
    const created = createFile(path, file.text, environment);
    if (created.kind === 'error') return failed(`${decoded(path)}: ${created.message}`, environment);
    environment.out(`${path}\n`);
    return 0;
  },
});

/** Says why there is no such agent. */
function refused(reason: string, environment: Environment): 1 {
  environment.err(`not created. ${reason}\n`);
  return 1;
}

/** The agents that are found where a new one will be. */
function indexFor(text: string, format: Format, path: string, environment: Environment): Index {
  const draft = draftOf(readAgent(text, format, path));
  const index = indexAround(new Map([[path, draft]]), environment);
  return indexOf(
    index.agents.filter(({ card }) => card.path !== path),
    index.cards.where,
  );
}
