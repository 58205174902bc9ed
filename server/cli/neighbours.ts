/** What the command line knows about files other than those it checks: whether they exist. */
import type { Workspace } from '../core/index';
import type { Environment } from './environment';

/** Looks for files that decide about the format of another, such as the manifest of a plugin. */
export const besides = (environment: Environment): Workspace => ({
  presence: (path) => (environment.kindOf(path) === 'file' ? 'present' : 'absent'),
});

/** Looks for the targets of links inside the current folder only; outside it, and where looking fails, nothing is known. */
export function linked(environment: Environment): Workspace {
  const folder = environment.absolute('.');
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return {
    presence: (path) => {
      const absolute = environment.absolute(path);
      if (!absolute.startsWith(prefix)) return 'unknown';
      const kind = environment.kindOf(absolute);
      return kind === 'absent' || kind === 'unknown' ? kind : 'present';
    },
  };
}
