/** Tells the server at once about a file that a command has written: the watcher of VS Code is slow, and misses new folders. */
import type { Uri } from 'vscode';
import { type BaseLanguageClient, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';

/** @param client That of the server; without one there is nothing to tell. */
export async function tellChanged(client: BaseLanguageClient | undefined, file: Uri): Promise<void> {
  const uri = client?.code2ProtocolConverter.asUri(file);
  if (uri === undefined) return;
  await client?.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type: FileChangeType.Changed }],
  });
}
