/**
 * Formatting of the frontmatter: spaces, commas and list indentation, and on request the style of lists and the order of keys.
 * Never the body.
 */

import type { TextEdit } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { FormatSettings, ListStyleSetting } from '../../lint/settings';
import { conflictsOf } from '../../syntax/conflicts';
import { applyEdits, type Edit } from '../../text/edits';
import { editBetween } from '../actions/fixAll';
import { textEditOf } from '../ranges';
import { besides, listStyleEdits } from './lists';
import { sortedFrontMatter } from './order';
import { agreed, isSound, type SoundAgent } from './reading';
import { spacingEdits } from './spacing';

/**
 * The edits that format the frontmatter. There are none for frontmatter that is broken in any way, nor when the host would read
 * anything else afterwards: a formatter must not guess what an unusual spelling means.
 */
export function formatOf(agent: Agent, { sortKeys, listStyle }: FormatSettings): readonly TextEdit[] {
  const { file, format } = agent;
  // Until the conflict is resolved, every other edit would make the merge harder to read.
  if (format.notation !== undefined || !isSound(agent) || conflictsOf(file).length > 0) return [];
  const written = rewritten(agent, listStyle);
  if (written !== undefined && !sortKeys) return written.edits.map((edit) => textEditOf(file.source, edit));
  const base = written?.after ?? agent;
  if (!sortKeys || !isSound(base)) return [];
  const sorted = agreed(base, sortedFrontMatter(base.file.source.text, base.file.frontMatter, format)) ?? base;
  const edit = editBetween(file.source.text, sorted.file.source.text);
  return edit === undefined ? [] : [textEditOf(file.source, edit)];
}

interface Rewritten {
  readonly edits: readonly Edit[];
  readonly after: Agent;
}

/**
 * The frontmatter with formatted spaces and lists, or with one of the two where both are not possible; undefined when neither is.
 */
function rewritten(agent: SoundAgent, listStyle: ListStyleSetting): Rewritten | undefined {
  const spacing = spacingEdits(agent, agent.file.frontMatter);
  const lists = listStyle === 'keep' ? [] : listStyleEdits(agent, listStyle);
  for (const edits of lists.length === 0 ? [spacing] : [[...lists, ...besides(spacing, lists)], spacing, lists]) {
    const after = agreed(agent, applyEdits(agent.file.source.text, edits));
    if (after !== undefined) return { edits, after };
  }
  return undefined;
}
