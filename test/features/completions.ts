/** What completion offers at a marked cursor, and the text after an item has been accepted. */

import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { atCursor, format } from '../agent';

/** The items at the cursor, in the order in which an editor shows them. */
export function complete(marked: string): readonly CompletionItem[] {
  const { file, offset } = atCursor(marked);
  return [...completionAt(agentOf(file, format), offset)].sort((a, b) =>
    (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
  );
}

/** The labels of these items. */
export const labels = (marked: string): readonly string[] => complete(marked).map((item) => item.label);

/** The text after the item with `label` has been accepted. */
export function accept(marked: string, label: string): string {
  const { file, text } = atCursor(marked);
  const edit = complete(marked).find((item) => item.label === label)?.textEdit;
  assert.ok(edit !== undefined && 'range' in edit, `${label} is not offered`);
  const { start, end } = edit.range;
  assert.equal(start.line, end.line, 'LSP wants completion edits on one line');
  return applyEdits(text, [
    { span: { start: offsetAt(file.source, start), end: offsetAt(file.source, end) }, newText: edit.newText },
  ]);
}
