/** The requests that rename and copy an agent of the index by its file, for a view that has no cursor in a text. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { detect, duplicateName, duplicateOf, isRecord, ownNameOf, renameOf, type Ties } from '../core/index';
import { agentAt } from './agentAt';
import { optionsOf } from './refactorFeatures';
import { type Feature, on } from './register';
import type { Session } from './session';

const RENAME = 'agentAuthoring/renameAgent';
const DUPLICATE = 'agentAuthoring/duplicateAgent';

interface Refused {
  readonly refused: string;
}

/** Without a name, the one to begin with. */
interface Proposed {
  readonly name: string;
}

type RenameAnswer = Proposed | Refused | { readonly edit: WorkspaceEdit };

type CopyAnswer = Proposed | Refused | { readonly uri: string; readonly text: string };

/** `agentAuthoring/renameAgent` and `agentAuthoring/duplicateAgent` (`{ uri, name }`). Nothing is written; that is for the client. */
export const agentFilesOf = (session: Session): Feature =>
  on({}, (connection, guard) => {
    connection.onRequest<RenameAnswer, never>(
      RENAME,
      guard.anywhere(readParams, ({ uri, name }): RenameAnswer => {
        const ties = knownTies(session, uri);
        if ('refused' in ties) return ties;
        if (name === undefined) return proposed(ownNameOf(ties));
        const { host } = ties.card.format;
        const { workspace } = session.system;
        const canMove = (path: string): boolean => detect(path, workspace).some((format) => format.host.id === host.id);
        const result = renameOf(ties, session.index, name, { ...optionsOf(session), canMove });
        return 'refused' in result ? { refused: result.refused } : { edit: result };
      }),
    );
    return connection.onRequest<CopyAnswer, never>(
      DUPLICATE,
      guard.anywhere(readParams, async ({ uri, name }): Promise<CopyAnswer> => {
        const ties = knownTies(session, uri);
        if ('refused' in ties) return ties;
        if (name === undefined) return proposed(duplicateName(ties, session.index));
        const agent = await agentAt(session, uri).catch(() => undefined);
        // What is known of places must be about this text.
        if (agent === undefined || agent.file.source.lineStarts.length !== ties.lines.lineStarts.length) return GONE;
        const copy = duplicateOf(ties, agent.file.source.text, name.trim(), session.index);
        return 'refused' in copy ? copy : { uri: copy.path, text: copy.text };
      }),
    );
  });

const proposed = (name: string | undefined): Proposed | Refused =>
  name === undefined ? { refused: 'The name of this agent is not in its file.' } : { name };

const GONE: Refused = { refused: 'The file has changed or is gone. Try again.' };

/** What is known of a file, once all others are known too. */
function knownTies(session: Session, uri: string): Ties | Refused {
  if (!session.system.isComplete)
    return { refused: 'The files of the workspace have not been read yet. Try again in a moment.' };
  return session.index.ties(uri) ?? GONE;
}

function readParams(params: unknown): { readonly uri: string; readonly name: string | undefined } | undefined {
  if (!isRecord(params)) return undefined;
  const { uri, name } = params;
  if (typeof uri !== 'string' || (name !== undefined && typeof name !== 'string')) return undefined;
  return { uri, name };
}
