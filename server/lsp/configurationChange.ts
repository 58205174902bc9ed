/** Finds the configuration file that an action changes: the one that applies to the document, or a new one. */
import { type CodeAction, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { CONFIGURATION_FILE, type ConfigurationChange, configurationParts, decoded, folderOf } from '../core/index';
import { warnOnRejection } from './log';
import type { Known } from './register';
import type { Session } from './session';

/** Whether the client can be given an edit of the configuration file, which is read and perhaps created. */
export const canChangeConfiguration = (session: Session, { uri }: Known): boolean =>
  session.client.resolvesEdits &&
  session.client.edits.creates &&
  session.configuration.read !== undefined &&
  newPlace(session, uri) !== undefined;

/** The action with its edit; without one when the file cannot be read, or is not valid. */
export async function withConfigurationEdit(
  session: Session,
  { uri }: Known,
  action: CodeAction,
  change: ConfigurationChange,
): Promise<CodeAction> {
  const found = nearest(session, uri);
  warnOnRejection(session.connection, 'Could not read the configuration file', found);
  const file = await found.catch(() => undefined);
  const parts = file && configurationParts(file.uri, file.text, change, session.client.shows.actionCommands);
  // The person who chose the action must learn why it does nothing.
  if (file !== undefined && parts === undefined)
    void session.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: `${decoded(file.uri.slice(file.uri.lastIndexOf('/') + 1))} is not changed, because it is not valid. Correct it first.`,
    });
  return { ...action, ...parts };
}

/** The nearest configuration file in or above the folder of a document, else the place of a new one. */
async function nearest(
  session: Session,
  uri: string,
): Promise<{ readonly uri: string; readonly text: string | undefined } | undefined> {
  const present = await session.configuration.fileOf(folderOf(uri));
  if (present !== undefined) {
    const text = session.documents.get(present)?.text() ?? (await session.configuration.read?.(present));
    return typeof text === 'string' ? { uri: present, text } : undefined;
  }
  const place = newPlace(session, uri);
  return place === undefined ? undefined : { uri: place, text: undefined };
}

/** In the innermost workspace folder around the document; undefined where there is none. */
function newPlace(session: Session, uri: string): string | undefined {
  const around = session.folders.all
    .map((folder) => (folder.endsWith('/') ? folder : `${folder}/`))
    .filter((folder) => uri.startsWith(folder))
    .sort((a, b) => b.length - a.length);
  return around[0] === undefined ? undefined : around[0] + CONFIGURATION_FILE;
}
