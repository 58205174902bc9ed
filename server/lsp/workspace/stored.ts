/** What is kept of a file on disk, from its text. */
import {
  type Agent,
  agentOf,
  detect,
  draftFrom,
  draftOf,
  type Format,
  fileOf,
  indexedOf,
  membershipOf,
  type PlainDraft,
  plainDraft,
  type Settings,
  type Workspace,
} from '../../core/index';
import type { StoredFile } from './store';

/** Reads a file as its main host does; a file that is no agent as the index does. */
export function storedFileOf(uri: string, text: string, workspace: Workspace, settings: Settings): StoredFile {
  const [format, ...others] = detect(uri, workspace);
  if (format === undefined) return { uri, indexed: indexedOf(uri, text, workspace), draft: undefined };
  const file = fileOf(text, format);
  const read = (one: Format): Agent => agentOf(file, one, uri, membershipOf(uri, one, workspace));
  // Strings that were cut out of a text would keep all of it.
  const copied: PlainDraft = structuredClone(
    plainDraft(draftOf(read(format), { settings, workspace, others: others.map(read) })),
  );
  const draft = draftFrom(copied, format, settings);
  const own = draft.ties ?? draft.skill?.card;
  return { uri, indexed: own === undefined ? indexedOf(uri, text, workspace) : [own], draft };
}
