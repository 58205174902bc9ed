/** Says what a name of a new agent would do: whether the host takes it, and which other agents have it. */
import { readAgent } from '../agent/agent';
import { fileName } from '../convert/convert';
import type { Format } from '../hosts/host';
import { nameFault } from '../hosts/nameFault';
import { exceedsBytes } from '../text/byteLength';
import { fileNameOf, isDeviceName, shortPath } from '../text/paths';
import { quoted, quotedList, quotedPath } from '../text/quoted';
import { inOneSpelling } from '../text/spelling';
import type { Around } from '../workspace/around';
import type { Card } from '../workspace/card';
import { detect, membershipOf } from '../workspace/detect';
import { type Index, indexOf } from '../workspace/index';
import { type Ties, tiesOf } from '../workspace/ties';
import { type Scope, togetherOf } from '../workspace/tree';
import type { Workspace } from '../workspace/workspace';
import { newAgentFile } from './newAgent';
import { fileIn } from './places';
import { presets } from './presets';

/** What is said of a name: why it cannot be used, or what it would do to others. Whole sentences. */
export type NameCheck = { readonly refused: string } | { readonly uri: string; readonly warning?: string };

/** Bytes. The longest name that usual file systems have. */
const MAX_FILE_NAME = 255;

/**
 * @param folder URI of the folder of the new file, without a slash at its end.
 * @param index What is known of the other agents.
 */
export function checkName(format: Format, folder: string, name: string, index: Index, workspace: Workspace): NameCheck {
  const fault = nameFault(name, format);
  if (fault !== undefined) return { refused: fault };
  const uri = fileIn(folder, format, fileName(name));
  const [preset] = presets;
  if (uri === undefined || preset === undefined)
    return { refused: `How agents of ${format.host.name} are written is not known.` };
  const file = fileNameOf(uri);
  if (exceedsBytes(file, MAX_FILE_NAME)) return { refused: 'The name is too long for a file.' };
  if (isDeviceName(file)) return { refused: `Windows cannot have a file with the name ${quoted(file)}.` };
  const there = index.agents.find(({ card }) => isSameFile(card.path, uri));
  if (there !== undefined) return { refused: `There is a file ${quoted(fileNameOf(there.card.path))} already.` };
  if (!detect(uri, workspace).includes(format))
    return { refused: `${format.host.name} does not read a file with the name ${quoted(file)}.` };
  const draft = newAgentFile({ format, name, preset, tools: undefined });
  if ('refused' in draft) return draft;
  const agent = readAgent(draft.text, format, uri, membershipOf(uri, format, workspace));
  const ties = tiesOf(agent, workspace);
  // Without ties, nothing is known of other names.
  if (ties === undefined) return builtIn(name, format, uri) ?? { uri };
  const around = indexOf([...alike(ties.card, index), ties], index.cards.where).around(ties.card.path);
  return around === undefined ? { uri } : amongOthers(name, ties.card, around);
}

/** The agents whose names may mean the same. All others say nothing about a name, and there may be thousands. */
function alike({ name = '', format }: Card, { agents }: Index): readonly Ties[] {
  const { foldName, sameName } = togetherOf(format) ?? {};
  const folded = foldName ?? sameName ?? ((one: string): string => one);
  const wanted = folded(name);
  return agents.filter(({ card }) => card.name !== undefined && folded(card.name) === wanted);
}

/** Many file systems do not tell the cases of letters apart. */
const isSameFile = (one: string, other: string): boolean =>
  inOneSpelling(one).toLowerCase() === inOneSpelling(other).toLowerCase();

function amongOthers(name: string, card: Card, around: Around): NameCheck {
  const { format, path } = card;
  const rival = around.rivals().find((one) => one.path !== path);
  if (rival !== undefined)
    return {
      refused: `${quoted(name)} is taken: ${format.host.name} finds the agent in ${placeOf(rival, card)} under this name.`,
    };
  const own = card.name === undefined || card.tree.scope === 'plugin' ? undefined : around.builtInNamed(card.name);
  if (own !== undefined) return builtIn(own, format, path, around.sameNames) ?? { uri: path };
  const [other] = around.namesakes();
  if (other !== undefined) return { uri: path, warning: hiding(name, card, other, around) };
  const spellings = around.otherSpellings();
  if (spellings.length > 0)
    return {
      uri: path,
      warning: `${quotedList(spellings, 3)} is nearly the same name, so that calls may mean either.`,
    };
  return { uri: path };
}

const placeOf = ({ path }: Card, { path: from }: Card): string => quotedPath(shortPath(path, from));

function builtIn(
  name: string,
  format: Format,
  uri: string,
  sameNames: Around['sameNames'] = 'replaced',
): NameCheck | undefined {
  if (!format.builtInAgents.includes(name)) return undefined;
  const { host, on } = format;
  if (on.builtInName !== undefined)
    return { refused: `${quoted(name)} is the name of a built-in agent, so ${host.name} ${on.builtInName.says}.` };
  const does = sameNames === 'merged' ? 'changes' : 'replaces';
  return { uri, warning: `${quoted(name)} ${does} the agent of this name that comes with ${host.name}.` };
}

const owners: Readonly<Record<Scope, string>> = {
  project: 'the agent of another folder in',
  user: 'your own agent in',
  plugin: "a plugin's agent in",
};

function hiding(name: string, card: Card, other: Card, around: Around): string {
  const which = `${owners[other.tree.scope]} ${placeOf(other, card)}`;
  const found = around.agent(card.name ?? name);
  const wins = found.kind === 'one' && found.card.path === card.path;
  const { host } = card.format;
  switch (around.sameNames) {
    case 'listed':
      return `${quoted(name)} is also the name of ${which}, and ${host.name} lists both.`;
    case 'merged':
      return `${host.name} merges ${quoted(name)} with ${which}.`;
    case 'replaced':
      return wins
        ? `${quoted(name)} hides ${which}: sessions here load the new file instead.`
        : `${quoted(name)} is hidden by ${which}: sessions here load that file instead.`;
  }
}
