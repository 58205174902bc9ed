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
  prepareRenameAt,
  type RenameOptions,
  renameAt,
  type Ties,
} from '../core/index';
import { describe } from './log';
import { type Feature, type Known, offsetIn, on } from './register';
import type { Session } from './session';
import { keyOf } from './workspace/store';

/** The refactorings of a session. */
export const refactorFeaturesOf = (session: Session): readonly Feature[] => [
  on({ renameProvider: { prepareProvider: true } }, (connection, guard) => {
    connection.onPrepareRename(
      guard<PositionIn, { range: Range; placeholder: string } | ResponseError<never> | null>(
        null,
        (document, { position }) => {
          if (session.system.isReading) return NOT_READ;
          const { index } = session;
          const file = knownFile(session, document);
          return file === undefined ? null : (prepareRenameAt(file, index, offsetIn(document, position)) ?? null);
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
          if (session.system.isReading) return NOT_READ;
          const { index } = session;
          const file = knownFile(session, document);
          const isAgent = (path: string): boolean =>
            detect(path, session.system.workspace).some(({ host }) => host.id === document.agent.format.host.id);
          const options = { ...optionsOf(session), canMove: isAgent };
          if (file === undefined) return null;
          const result = renameAt(file, index, offsetIn(document, position), newName, options);
          if (result === undefined) return null;
          return 'refused' in result ? new ResponseError(LSPErrorCodes.RequestFailed, result.refused) : result;
        },
        'position',
      ),
    );
  }),
];

/** Some calls would be missed. */
const NOT_READ = new ResponseError<never>(
  LSPErrorCodes.RequestFailed,
  'The files of the workspace have not been read yet. Try again in a moment.',
);

/** What is known of a document, once all others are known too; the path of one that is no agent. */
const knownFile = ({ system, index }: Session, { uri }: Known): Ties | string | undefined =>
  system.isComplete ? (index.ties(uri) ?? uri) : undefined;

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
  if (!session.system.isComplete) return null;
  try {
    // The index has the new text of an agent that was just renamed, before its file is: then nothing is left to change.
    const { index } = session;
    return editOfMoves(movedFiles(params, index), index, optionsOf(session)) ?? null;
  } catch (error) {
    connection.console.error(`Could not update the names of renamed agents: ${describe(error)}`);
    return null;
  }
}

/** The files as the index spells their URIs. */
function movedFiles(params: unknown, { agents }: Index): readonly MovedFile[] {
  const files: readonly unknown[] = isRecord(params) && Array.isArray(params['files']) ? params['files'] : [];
  const paths = new Map(agents.map(({ card: { path } }) => [keyOf(path), path]));
  return files.flatMap((file): readonly MovedFile[] => {
    if (!isRecord(file)) return [];
    const { oldUri, newUri } = file;
    const from = typeof oldUri === 'string' ? paths.get(keyOf(oldUri)) : undefined;
    return from !== undefined && typeof newUri === 'string' ? [{ from, to: newUri }] : [];
  });
}

/** How the client of a session takes edits of the workspace. */
export const optionsOf = ({ client: { edits }, documents }: Session): RenameOptions => ({
  ...edits,
  versionOf: (uri) => documents.get(uri)?.version,
});
