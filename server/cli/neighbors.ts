/** Looks up other files than those that are checked: whether they exist. */
import type { Workspace } from '../core/index';
import type { Environment } from './environment';

/** Looks for files that decide about the format of another, such as the manifest of a plugin. */
export const besides = (environment: Environment): Workspace => ({
  presence: (path) => (environment.kindOf(path) === 'file' ? 'present' : 'absent'),
});

/** Looks up link targets inside the current folder only. Outside it, or when a lookup fails, the answer is unknown. */
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
