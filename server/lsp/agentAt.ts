/** Reads one agent of the index again, whether it is open or not. */
import { type Agent, agentOf, detect, fileOf, membershipOf } from '../core/index';
import { knownOf } from './register';
import type { Session } from './session';

/**
 * The agent in a file of the index: as it is typed when it is open, else as it is on disk. Its text is not kept.
 * @returns undefined for a file that is not in the index, or no longer there. Rejects when it cannot be read.
 */
export async function agentAt(session: Session, uri: string): Promise<Agent | undefined> {
  const { system, documents, files, index } = session;
  const open = documents.get(system.store.openUri(uri) ?? uri);
  if (open !== undefined) return knownOf(open)?.agent;
  if (index.ties(uri) === undefined) return undefined;
  const text = await files?.read(uri);
  const { workspace } = system;
  const [format] = detect(uri, workspace);
  if (text === undefined || format === undefined) return undefined;
  return agentOf(fileOf(text, format), format, uri, membershipOf(uri, format, workspace));
}
