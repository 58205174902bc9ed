/** Connects the refactorings that change several files to their LSP requests. */
import {
  type Connection,
  ErrorCodes,
  type FileOperationRegistrationOptions,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  detect,
  editOfMoves,
  hosts,
  type Index,
  isRecord,
  type MovedFile,
  offsetAt,
  prepareRenameAt,
  type RenameOptions,
  renameAt,
  type Ties,
  tiesOf,
} from '../core/index';
import { describe } from './log';
import { type Feature, type Known, knownOf, on } from './register';
import type { Session } from './session';

/** The refactorings of a session. */
export const refactorFeaturesOf = (session: Session): readonly Feature[] => [
  on({ renameProvider: { prepareProvider: true } }, (connection, guard) => {
    connection.onPrepareRename(
      guard<PositionIn, { range: Range; placeholder: string } | null>(
        null,
        (document, { position }) => {
          const index = currentIndex(session);
          const ties = tiesIn(session, document);
          return (ties && prepareRenameAt(ties, index, offsetAt(document.agent.file.source, position))) ?? null;
        },
        'position',
      ),
    );
    return connection.onRenameRequest(
      guard<PositionIn & { readonly newName: unknown }, WorkspaceEdit | ResponseError<never> | null>(
        null,
        (document, { position, newName }) => {
          if (typeof newName !== 'string')
            return new ResponseError(ErrorCodes.InvalidParams, '`newName` must be a string.');
          const ties = tiesIn(session, document);
          const { workspace } = session.lintOptions(document);
          const result =
            ties &&
            renameAt(ties, currentIndex(session), offsetAt(document.agent.file.source, position), newName, {
              ...optionsOf(session),
              canMove: (path) => detect(path, workspace).some(({ host }) => host.id === ties.card.format.host.id),
            });
          if (result === undefined) return null;
          return 'refused' in result ? new ResponseError(LSPErrorCodes.RequestFailed, result.refused) : result;
        },
        'position',
      ),
    );
  }),
];

interface PositionIn {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** The files about whose new names the client asks before it renames them: agents of hosts whose files name each other. */
export const willRenameFiles: FileOperationRegistrationOptions = {
  filters: [
    ...new Set(
      hosts.flatMap(({ together, formats }) => (together === undefined ? [] : formats.flatMap(({ files }) => files))),
    ),
  ].map((glob) => ({ pattern: { glob, matches: 'file' } })),
};

/** The edit to apply before files are renamed; null when there is nothing to change. A failure must not prevent the renaming. */
export function editBeforeRename(session: Session, connection: Connection, params: unknown): WorkspaceEdit | null {
  try {
    return editOfMoves(movedFiles(params), currentIndex(session), optionsOf(session)) ?? null;
  } catch (error) {
    connection.console.error(`Could not update the names of renamed agents: ${describe(error)}`);
    return null;
  }
}

function movedFiles(params: unknown): readonly MovedFile[] {
  const files: readonly unknown[] = isRecord(params) && Array.isArray(params['files']) ? params['files'] : [];
  return files.flatMap((file): readonly MovedFile[] => {
    if (!isRecord(file)) return [];
    const { oldUri, newUri } = file;
    return typeof oldUri === 'string' && typeof newUri === 'string' ? [{ from: oldUri, to: newUri }] : [];
  });
}

const optionsOf = ({ edits, documents }: Session): RenameOptions => ({
  ...edits,
  versionOf: (uri) => documents.get(uri)?.version,
});

const tiesIn = (session: Session, document: Known): Ties | undefined =>
  tiesOf(document.agent, session.lintOptions(document).workspace);

/**
 * The index with the present text of each open document. An editor that renames an agent sends the new texts and then asks about
 * the renamed file, maybe before the index has them.
 */
function currentIndex(session: Session): Index {
  const { index } = session;
  const current = (ties: Ties): Ties => {
    const document = session.documents.get(ties.card.path);
    const known = document && knownOf(document);
    return (known && tiesIn(session, known)) ?? ties;
  };
  return {
    ...index,
    agents: index.agents.map(current),
    ties: (path) => {
      const ties = index.ties(path);
      return ties && current(ties);
    },
  };
}
