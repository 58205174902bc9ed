/** The setting `hosts`: the programs that a repository is used with. */
import { hosts } from '../../hosts/index';
import { isRecord } from '../../text/records';
import { oneOf, type Parsed, type Setting } from './setting';

const ids = hosts.map(({ id }) => id);

const noHosts: readonly string[] = [];

/** The ids of hosts, each once; empty when the files of the repository decide. */
export const usedHosts: Setting<readonly string[]> = {
  description:
    'The programs that this repository is used with. A file that several of them read is checked for each, and the `portability-…` rules say what does not work in all of them. Without this setting, a program counts as used when its own folder or settings are in the repository.',
  schema: {
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', enum: ids, enumDescriptions: hosts.map(({ name, version }) => `${name} ${version}.`) },
  },
  default: noHosts,
  scope: 'file',
  parse: parseHosts,
  over: (file, editor) => (editor.length === 0 ? file : editor),
};

function parseHosts(value: unknown): Parsed<readonly string[]> {
  if (!Array.isArray(value) || isRecord(value)) return { value: noHosts, problem: 'must be an array' };
  const known = ids.filter((id) => value.includes(id));
  const isWhole = value.every((one) => ids.some((id) => id === one));
  return { value: known, problem: isWhole ? undefined : `must contain only ${oneOf(ids)}` };
}
