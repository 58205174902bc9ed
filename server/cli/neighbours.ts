/** What the command line may know of files beside those that it checks: whether they are there. */
import type { Workspace } from '../core/index';
import type { Host } from './host';

/** What lies beside a file is looked at when it decides about the dialect. */
export const besides = (host: Host): Workspace => ({
  presence: (path) => (host.kindOf(path) === 'file' ? 'present' : 'absent'),
});

/** What links lead to is looked at inside the current folder only; of everything else, and where looking fails, nothing is known. */
export function linked(host: Host): Workspace {
  const folder = host.absolute('.');
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return {
    presence: (path) => {
      const absolute = host.absolute(path);
      if (!absolute.startsWith(prefix)) return 'unknown';
      const kind = host.kindOf(absolute);
      return kind === 'absent' || kind === 'unknown' ? kind : 'present';
    },
  };
}
