/** What the command line may know of files beside those that it checks: whether they are there. */
import type { Workspace } from '../core/index';
import type { Environment } from './environment';

/** What lies beside a file is looked at when it decides about the dialect. */
export const besides = (environment: Environment): Workspace => ({
  presence: (path) => (environment.kindOf(path) === 'file' ? 'present' : 'absent'),
});

/** What links lead to is looked at inside the current folder only; of everything else, and where looking fails, nothing is known. */
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
