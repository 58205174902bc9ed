/** The request for the edit of a configuration file after which the files of a folder are agents. */
import type { TextEdit } from 'vscode-languageserver';
import { assignable, assignFolder, configurationFiles, decoded, isRecord, rangeOf, sourceOf } from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

type Request =
  | {
      /** A URI without a slash at its end. */
      readonly folder: string;
      readonly format: string | undefined;
    }
  | {
      /** The URI of a file. */
      readonly file: string;
    };

/** What the client gets: for a file whether it is an agent already; for a folder without `format`, the formats to choose from; else why nothing can be written, or the edit. */
type Answer =
  /** Whether the settings give the file a format. */
  | { readonly isAssigned: boolean }
  | { readonly formats: readonly { readonly id: string; readonly label: string }[] }
  | { readonly refused: string }
  | {
      /** The configuration file. */
      readonly uri: string;
      /** Whether it has to be created, empty, before. */
      readonly creates: boolean;
      readonly edits: readonly TextEdit[];
    };

/** `agentAuthoring/treatAsAgents`: `{ folder, format? }` or `{ file }`. Nothing is written; that is for the client to do. */
export const treatAsAgentsFeature = (session: Session): Feature =>
  on({}, (connection, guard) =>
    connection.onRequest<Answer, never>(
      'agentAuthoring/treatAsAgents',
      guard.anywhere(readRequest, (request) => answerTo(session, request)),
    ),
  );

function readRequest(params: unknown): Request | undefined {
  const { folder, format, file } = isRecord(params) ? params : {};
  if (typeof file === 'string') return { file };
  if (typeof folder !== 'string' || !(format === undefined || typeof format === 'string')) return undefined;
  return { folder: folder.replace(/\/$/, ''), format };
}

function answerTo(session: Session, request: Request): Answer | Promise<Answer> {
  if ('file' in request) return isAssigned(session, request.file);
  const { folder, format } = request;
  return format === undefined ? formatsToChoose() : editFor(session, folder, format);
}

async function isAssigned({ configuration, documents }: Session, file: string): Promise<Answer> {
  const answer = { isAssigned: await configuration.isAssigned(file) };
  if (documents.get(file) === undefined) configuration.forget(file);
  return answer;
}

const formatsToChoose = (): Answer => ({
  formats: assignable.map((format) => ({ id: format.id, label: format.title })),
});

async function editFor(session: Session, folder: string, format: string): Promise<Answer> {
  const { configuration, documents, folders } = session;
  const roots = folders.all.map((one) => one.replace(/\/$/, ''));
  const root = roots.find((one) => `${folder}/`.startsWith(`${one}/`));
  // Nothing is read or written for another folder, unless there is no workspace that it could be in.
  if ((root === undefined && roots.length > 0) || !isFolder(folder))
    return { refused: 'The folder is not in the workspace.' };
  const found = await configuration.fileOf(folder);
  const uri = found ?? `${root ?? folder}/${configurationFiles[0]}`;
  const open = documents.get(uri)?.text();
  const read: unknown = open ?? (found === undefined ? undefined : await configuration.read?.(uri));
  const text = typeof read === 'string' ? read : null;
  const inside = decoded(folder.slice(uri.lastIndexOf('/') + 1));
  const assigned = assignFolder(text, inside, format);
  if ('refused' in assigned) return assigned;
  const source = sourceOf(text ?? '');
  const edits = assigned.edits.map(({ span, newText }) => ({ range: rangeOf(source, span), newText }));
  return { uri, creates: text === null, edits };
}

/** Whether a URI has a path of names only, so that it leads where it seems to. */
const isFolder = (uri: string): boolean =>
  /^[a-z][a-z\d+.-]*:\/\//i.test(uri) && !decoded(uri).split('/').includes('..');
