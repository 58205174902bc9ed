/**
 * What rules and detection are answered about other files: from what was looked up for open documents, else from what the system knows.
 * Files that share a limit are the other way round: what was looked up of them is not renewed when the document is closed.
 */
import type { Index, Presence, Where, Workspace } from '../../core/index';
import type { Signs } from './signs';
import type { Sizes } from './sizes';
import { keyOf } from './store';

/** What the system knows, now. */
interface Known {
  /** What was looked up. */
  readonly known: Workspace;
  /** The texts of manifests, by their keys. */
  readonly manifests: ReadonlyMap<string, string>;
  readonly signs: Signs;
  readonly sizes: Sizes;
  readonly where: () => Where;
  /** The index; undefined until everything was read once. */
  readonly index: () => Index | undefined;
}

export const answersFrom = ({
  known,
  manifests,
  signs,
  sizes,
  where,
  index,
}: Known): Workspace & { readonly where: Where } => ({
  presence: (uri): Presence => {
    const read = sizes.presence(uri);
    const presence = read === 'unknown' ? known.presence(uri) : read;
    if (presence !== 'unknown') return presence;
    return manifests.has(keyOf(uri)) ? 'present' : sizes.rootPresence(uri);
  },
  manifest: (uri) =>
    sizes.presence(uri) === 'unknown' ? (known.manifest(uri) ?? manifests.get(keyOf(uri))) : sizes.says(uri),
  bytes: (uri) => sizes.bytes(uri),
  formatsOf: (uri) => known.formatsOf?.(uri),
  get where() {
    return where();
  },
  usedHosts: (uri) => signs.usedAt(uri, where().repositories),
  around: (uri) => index()?.around(uri),
  aroundSkill: (uri) => index()?.aroundSkill(uri),
});
