/** Edits that a person looks at before an editor applies them. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../../text/edits';
import { lineAt, type Source } from '../../text/source';
import { textEditOf, workspaceEditOf } from '../ranges';

/** Names the annotation of the edits. */
const UNSAFE = 'unsafe';

/** Whether edits change more than one place: they begin on different lines. */
const isSpread = (source: Source, edits: readonly Edit[]): boolean =>
  new Set(edits.map(({ span }) => lineAt(source, span.start))).size > 1;

/**
 * The edit of one document. Where the client can ask a person, it does so for edits of more than one place that are not safe.
 * @param label What is changed, as the heading above the edits.
 */
export function confirmedEditOf(
  uri: string,
  source: Source,
  edits: readonly Edit[],
  { safe, label, confirms }: { readonly safe: boolean; readonly label: string; readonly confirms: boolean },
): WorkspaceEdit {
  if (safe || !confirms || !isSpread(source, edits)) return workspaceEditOf(uri, source, edits);
  const annotated = edits.map((edit) => ({ ...textEditOf(source, edit), annotationId: UNSAFE }));
  return {
    documentChanges: [{ textDocument: { uri, version: null }, edits: annotated }],
    changeAnnotations: {
      [UNSAFE]: { label, description: 'may change what the agent can do', needsConfirmation: true },
    },
  };
}
