/** Finds the file of a running agent, in the folders in which Claude Code looks for it and in their order. */
import { agentNameOf, detect, loadVerdict } from '../../core/index';
import type { Host } from '../host';
import { type Agent, agentOf } from './contract';

/** How many folders up a repository is looked for. */
const MAX_UP = 64;

/**
 * The agent of this name: in `.claude/agents` of the folder or of one above it up to the repository's root, the nearest
 * first, then in the user's own. A sentence when there is none, or when two of one folder have the name.
 */
export function findAgent(name: string, folder: string, host: Host): Agent | string {
  const homes = host.home === undefined ? [] : [host.home];
  for (const place of [...projectFolders(folder, host), ...homes]) {
    const found = agentsIn(`${place}/.claude/agents`, name, host);
    const [first] = found;
    if (found.length > 1) return `Two files below ${place} are called ${name}, and either may be meant.`;
    if (first !== undefined) return first;
  }
  return `No agent file for ${name} was found.`;
}

/** The folder and those above it up to the one with `.git` in it; only the folder itself outside any repository. */
function projectFolders(folder: string, host: Host): readonly string[] {
  const start = host.absolute(folder);
  const folders = [start];
  for (let at = start; folders.length < MAX_UP; folders.push(at)) {
    if (host.kindOf(`${at}/.git`) !== 'absent') return folders;
    const slash = at.lastIndexOf('/');
    if (slash <= 0) break;
    at = at.slice(0, slash);
  }
  return [start];
}

function agentsIn(folder: string, name: string, host: Host): readonly Agent[] {
  if (host.kindOf(folder) !== 'folder') return [];
  const { files } = host.list(folder, (path) => detect(path) !== undefined);
  return files.flatMap((path) => {
    const read = host.read(path);
    const agent = read.kind === 'text' ? agentOf(path, read.text) : undefined;
    if (agent === undefined || agentNameOf(agent.file, agent.dialect) !== name) return [];
    return loadVerdict(agent.file, agent.dialect)?.verdict === 'does-not-load' ? [] : [agent];
  });
}
