/** What the index knows of the files that are checked, for completion and hover in configuration files. */
import { isConfigurationFile, type NameKind } from '../../core/index';
import { filesIn } from './changes';
import type { Results } from './results';
import type { Store } from './store';

export interface KnownFiles {
  /** The URIs of the files that are checked. */
  readonly checked: () => readonly string[];
  /** The URIs of all files below some folders. */
  readonly below: (folders: readonly string[]) => readonly string[];
  /** The URIs of all configuration files. */
  readonly configurations: () => readonly string[];
  /** Names that rules report as unknown in the files below a folder, each once. */
  readonly unknownNames: (kind: NameKind, folder: string) => readonly string[];
}

/** Looks at what is known each time that it is asked. */
export const knownFiles = (store: Store, results: Results): KnownFiles => ({
  checked: () => [...store.files()].flatMap(({ uri, draft }) => (draft === undefined ? [] : [uri])),
  below: (folders) =>
    [...store.files()].flatMap(({ uri }) => (folders.some((folder) => uri.startsWith(`${folder}/`)) ? [uri] : [])),
  configurations: () => [...store.files()].flatMap(({ uri }) => (isConfigurationFile(uri) ? [uri] : [])),
  unknownNames: (kind, folder) => {
    const names = new Set<string>();
    // Of an open document, there may be no file yet.
    for (const { uri } of filesIn(store))
      for (const unknown of uri.startsWith(folder) ? results.unknownIn(uri) : [])
        if (unknown.kind === kind) for (const name of unknown.names) names.add(name);
    return [...names].toSorted();
  },
});
