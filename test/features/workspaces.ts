/** Workspaces of a few files for tests of refactorings, and what an editor makes of their edits. */
import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt, sourceOf } from '../../server/core/text/source';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import type { Where } from '../../server/core/workspace/tree';
import type { Workspace } from '../../server/core/workspace/workspace';
import { readMarks } from '../marks';

/** Texts by their paths. */
export type Texts = Readonly<Record<string, string>>;

export interface Files {
  readonly texts: Texts;
  readonly workspace: Workspace;
  readonly index: Index;
  /** The place of `$0`. */
  readonly cursor: { readonly path: string; readonly offset: number };
}

const usual: Where = { user: ['/home/me/.claude'], repositories: ['/w'] };

/** Reads files, one of which may have a cursor. */
export function filesOf(marked: Texts, where: Where = usual): Files {
  const texts: Record<string, string> = {};
  let cursor = { path: '', offset: 0 };
  for (const [path, markedText] of Object.entries(marked)) {
    const marks = readMarks(markedText);
    texts[path] = marks.text;
    if (marks.cursor !== undefined) cursor = { path, offset: marks.cursor };
  }
  const workspace: Workspace = {
    presence: (path) => (Object.hasOwn(texts, path) ? 'present' : 'absent'),
    manifest: (path) => texts[path],
    where,
  };
  const indexed = Object.entries(texts).flatMap(([path, text]) => indexedOf(path, text, workspace));
  return { texts, workspace, index: indexOf(indexed, where), cursor };
}

/** The texts after an edit, as an editor applies it. */
export function applied(texts: Texts, { changes, documentChanges }: WorkspaceEdit): Texts {
  const now: Record<string, string> = { ...texts };
  const edit = (path: string, edits: readonly { range: Range; newText: string }[]): void => {
    const text = now[path] ?? assert.fail(`there is no ${path}`);
    const source = sourceOf(text);
    now[path] = applyEdits(
      text,
      edits.map(({ range, newText }) => ({
        span: { start: offsetAt(source, range.start), end: offsetAt(source, range.end) },
        newText,
      })),
    );
  };
  for (const [path, edits] of Object.entries(changes ?? {})) edit(path, edits);
  for (const change of documentChanges ?? []) {
    if (!('kind' in change)) {
      edit(
        change.textDocument.uri,
        change.edits.map((one) => ('newText' in one ? one : assert.fail('a snippet'))),
      );
    } else if (change.kind === 'create') {
      assert.ok(!Object.hasOwn(now, change.uri), `${change.uri} exists`);
      now[change.uri] = '';
    } else if (change.kind === 'rename') {
      assert.ok(!Object.hasOwn(now, change.newUri), `${change.newUri} exists`);
      now[change.newUri] = now[change.oldUri] ?? assert.fail(`there is no ${change.oldUri}`);
      delete now[change.oldUri];
    }
  }
  return now;
}

type Range = Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
