/** Edits of a workspace that create files. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { NewFile } from '../text/edits';

/**
 * The edit that creates `files` and then edits the document at `uri`. An editor refuses all of it when one of the files exists:
 * skipping only the creation would put the new text before that of the existing file.
 */
export const creatingEditOf = (files: readonly NewFile[], uri: string, edits: readonly TextEdit[]): WorkspaceEdit => ({
  documentChanges: [
    ...files.flatMap(({ path, text }) => [
      { kind: 'create' as const, uri: path, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: path, version: null },
        edits: [{ range: { start: START, end: START }, newText: text }],
      },
    ]),
    ...(edits.length === 0 ? [] : [{ textDocument: { uri, version: null }, edits: [...edits] }]),
  ],
});

const START = { line: 0, character: 0 };
