/** Converts offsets to LSP positions: the only place where features turn spans into ranges. */
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../text/edits';
import { type Lines, positionAt, positionIn, type Source } from '../text/source';
import type { Span } from '../text/span';

/** The LSP range of a span. */
export const rangeOf = (source: Source, { start, end }: Span): Range => ({
  start: positionAt(source, start),
  end: positionAt(source, end),
});

/** The same in a file of which only the lines are kept. */
export const rangeIn = (lines: Lines, { start, end }: Span): Range => ({
  start: positionIn(lines, start),
  end: positionIn(lines, end),
});

/** The LSP edit of an edit. */
export const textEditOf = (lines: Lines, { span, newText }: Edit): TextEdit => ({
  range: rangeIn(lines, span),
  newText,
});

/** The edits of one document as LSP takes those of a workspace. */
export const workspaceEditOf = (uri: string, source: Source, edits: readonly Edit[]): WorkspaceEdit => ({
  changes: { [uri]: edits.map((edit) => textEditOf(source, edit)) },
});
