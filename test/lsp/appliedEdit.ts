/** Applies an edit of the workspace to files in memory, as an editor would, and tells the server what happened. */
import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Conversation } from './conversation';
import { edited } from './edited';
import { change, type MemoryFiles } from './memoryFiles';

/** All files are closed. An edit that creates a file which exists fails, as in an editor. */
export async function applyEdit({ client }: Conversation, files: MemoryFiles, edit: WorkspaceEdit): Promise<void> {
  const created = new Set<string>();
  const written = new Set<string>();
  const write = (uri: string, edits: readonly TextEdit[]): void => {
    files.set(uri, withEdits(files.get(uri) ?? assert.fail(`${uri} does not exist`), edits));
    written.add(uri);
  };
  for (const one of edit.documentChanges ?? []) {
    if ('textDocument' in one) {
      write(one.textDocument.uri, one.edits as readonly TextEdit[]);
    } else if (one.kind === 'create') {
      assert.equal(files.get(one.uri), undefined, `${one.uri} exists`);
      files.set(one.uri, '');
      created.add(one.uri);
    } else if (one.kind === 'rename') {
      files.set(one.newUri, files.get(one.oldUri) ?? assert.fail(`${one.oldUri} does not exist`));
      files.delete(one.oldUri);
      await client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: one.oldUri, type: change.deleted },
          { uri: one.newUri, type: change.created },
        ],
      });
      written.delete(one.oldUri);
    } else assert.fail(`no test deletes files: ${one.uri}`);
  }
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) write(uri, edits);
  await client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [...written].map((uri) => ({ uri, type: created.has(uri) ? change.created : change.changed })),
  });
}

/** From the last to the first, so that each still finds its place. */
const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits
    .toSorted(({ range: a }, { range: b }) => b.start.line - a.start.line || b.start.character - a.start.character)
    .reduce((now, { range, newText }) => edited(now, { range, text: newText }), text);
