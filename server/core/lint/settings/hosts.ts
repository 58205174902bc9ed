/** The setting `hosts`: the programs that a repository is used with. */
import { hosts } from '../../hosts/index';
import { oneOf, type Parsed, type Setting, wholly } from './setting';

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
  if (!Array.isArray(value)) return { value: noHosts, flaws: wholly('must be an array') };
  const known = ids.filter((id) => value.includes(id));
  const flaws = value.flatMap((one, i) =>
    ids.some((id) => id === one) ? [] : [{ says: `must contain only ${oneOf(ids)}`, at: [i] }],
  );
  return { value: known, flaws };
}
