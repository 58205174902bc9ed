/** Finds the files whose diagnostics are others now. */
import type { Results } from './results';
import type { Store, StoredFile } from './store';

/** A file to look at. Of an open one, what its text says is not kept here. */
type Looked = Pick<StoredFile, 'uri' | 'draft'>;

/** All files, the open ones last. */
export const filesIn = (store: Store): readonly Looked[] => [
  ...[...store.files()].filter(({ uri }) => !store.isOpen(uri)),
  ...store.openUris().map((uri) => ({ uri, draft: undefined })),
];

/** Whether the diagnostics of a file are not those that were said last. It may have been opened or closed meanwhile. */
export function hasChanged({ uri, draft }: Looked, store: Store, results: Results): boolean {
  if (store.isOpen(uri)) return results.isOutdated(uri) === true;
  if (draft === undefined) return false;
  const before = results.idOf(uri);
  return results.of(uri, draft).id !== before;
}
