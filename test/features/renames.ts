/** Renames agents in small workspaces, for tests. */
import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { renameAt } from '../../server/core/features/refactor/rename';
import { detect } from '../../server/core/workspace/detect';
import { applied, type Files, filesOf, type Texts } from './workspaces';

export const all = { ordered: true, renames: true, confirms: true, versionOf: () => undefined };

export function rename({ index, workspace, cursor }: Files, name: string, options = all) {
  const ties = index.ties(cursor.path) ?? assert.fail(`no agent at ${cursor.path}`);
  return renameAt(ties, index, cursor.offset, name, {
    ...options,
    canMove: (path) => detect(path, workspace).length > 0,
  });
}

export function edit(files: Files, name: string, options = all): WorkspaceEdit {
  const result = rename(files, name, options) ?? assert.fail('nothing to rename');
  return 'refused' in result ? assert.fail(result.refused) : result;
}

/** The files that differ after the renaming, by their new paths. */
export function renamed(marked: Texts, name: string): Texts {
  const files = filesOf(marked);
  const after = applied(files.texts, edit(files, name));
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => files.texts[path] !== text));
}

export function refused(marked: Texts, name: string): string {
  const result = rename(filesOf(marked), name) ?? assert.fail('nothing to rename');
  return 'refused' in result ? result.refused : assert.fail(JSON.stringify(result));
}

export const agentText = (name: string, lines: readonly string[] = [], body = 'Hi'): string =>
  ['---', `name: ${name}`, 'description: Does a thing.', ...lines, '---', body, ''].join('\n');

export const reviewer = '/w/.claude/agents/reviewer.md';
export const checker = '/w/.claude/agents/checker.md';
export const boss = '/w/.claude/agents/boss.md';
