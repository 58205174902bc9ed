/** Says that a search has found nothing, and where agents would be. */
import { hosts } from '../core/index';

/** Where each host looks first for the agents of a project. */
const folders: readonly string[] = hosts.flatMap(({ formats }) => {
  const globs = formats.filter(({ kind = 'agent' }) => kind === 'agent').flatMap(({ files }) => files);
  const [, folder] = globs.map((glob) => /^\*\*\/(\.[^*]+)\//.exec(glob)).find((match) => match !== null) ?? [];
  return folder === undefined ? [] : [folder];
});

/** Two sentences on one line, with its end. */
export const NO_FILES = `No agent files found; programs look for them in ${[...new Set(folders)].join(', ')} and others. 'agent-authoring new NAME --write' writes one, and --as checks files elsewhere.\n`;
