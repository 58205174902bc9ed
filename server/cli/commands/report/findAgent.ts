/** Finds the file of a running agent, in the folders where Claude Code looks for it, in the same order. */
import { type Agent, MAX_FILE_BYTES } from '../../../core/index';
import type { Environment } from '../../environment';
import { readersOf } from '../../readers';
import { agentAt } from './contract';

/** Where agents are below a folder of the project; the user's own agents are read as if they were there. */
const PLACE = '.claude/agents';

/** How many folders up to search for the repository. */
const MAX_UP = 64;

/**
 * The agent of this name: in `.claude/agents` of the folder or of one above it up to the repository's root, the nearest
 * first, then in the user's own. A sentence when there is none, or when two of one folder have the name.
 */
export function findAgent(name: string, folder: string, environment: Environment): Agent | string {
  const places = projectFolders(folder, environment).map((project) => `${project}/${PLACE}`);
  for (const place of [...places, `${environment.userFolder}/agents`]) {
    const found = agentsIn(place, name, environment);
    const [first] = found;
    if (found.length > 1) return `Two files in ${place} define ${name}, so it is unclear which one runs.`;
    if (first !== undefined) return first;
  }
  return `No agent file for ${name} was found.`;
}

/** The folder and those above it up to the one with `.git` in it; only the folder itself outside any repository. */
function projectFolders(folder: string, environment: Environment): readonly string[] {
  const start = environment.absolute(folder);
  const folders = [start];
  for (let at = start; folders.length < MAX_UP; folders.push(at)) {
    if (environment.kindOf(`${at}/.git`) !== 'absent') return folders;
    const slash = at.lastIndexOf('/');
    if (slash <= 0) break;
    at = at.slice(0, slash);
  }
  return [start];
}

function agentsIn(folder: string, name: string, environment: Environment): readonly Agent[] {
  if (environment.kindOf(folder) !== 'folder') return [];
  const asInProject = (path: string): string => `/${PLACE}${path.slice(folder.length)}`;
  const { files } = environment.list(folder, (path) =>
    readersOf(asInProject(path)).some(({ kind }) => kind === undefined),
  );
  return files.flatMap((path) => {
    const read = environment.read(path, MAX_FILE_BYTES);
    const agent = read.kind === 'text' ? agentAt(asInProject(path), read.text) : undefined;
    if (agent === undefined || agent.name() !== name) return [];
    return agent.verdict()?.verdict === 'does-not-load' ? [] : [agent];
  });
}
