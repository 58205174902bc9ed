/** Code actions that convert a list of names to another style: a string with commas, a flow sequence or a block sequence. */

import type { CodeAction } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { type ListStyle, listStyles } from '../../syntax/lists/style';
import { applyEdits } from '../../text/edits';
import { overlaps, type Span } from '../../text/span';
import { restyledField } from '../format/lists';
import { agreed, isSound } from '../format/reading';
import { workspaceEditOf } from '../ranges';
import { isRequested } from './kinds';

/** The kind under which editors list these actions. */
export const LIST_STYLE_KIND = 'refactor.rewrite.listStyle';

const titles: Readonly<Record<ListStyle, (key: string) => string>> = {
  comma: (key) => `Convert \`${key}\` to comma-separated names`,
  flow: (key) => `Convert \`${key}\` to \`[a, b]\``,
  block: (key) => `Convert \`${key}\` to one name per line`,
};

export interface ListStyleRequest {
  readonly uri: string;
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
  /** Whether the editor requests actions automatically, to show a light bulb. */
  readonly automatic: boolean;
}

/**
 * The styles that the list at the range can be converted to. Each is tried first: the host must read the same afterwards. An
 * automatic request gets none, because otherwise every list would show a light bulb.
 */
export function listStyleActionsIn(
  agent: Agent,
  range: Span,
  { uri, only, automatic }: ListStyleRequest,
): readonly CodeAction[] {
  const isWanted = isRequested(LIST_STYLE_KIND, only);
  if (isWanted === false || (automatic && isWanted !== true) || !isSound(agent)) return [];
  const { file, format } = agent;
  const entry = file.frontMatter.entries.find((one) => overlaps(one.span, range));
  if (entry === undefined) return [];
  return listStyles.flatMap((style) => {
    const edits = restyledField(file.source, entry, format, style);
    if (edits === undefined || agreed(agent, applyEdits(file.source.text, edits)) === undefined) return [];
    return [{ title: titles[style](entry.key), kind: LIST_STYLE_KIND, edit: workspaceEditOf(uri, file.source, edits) }];
  });
}
