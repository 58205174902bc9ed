/** The skills that the frontmatter of an agent puts into its prompt. */
import type { Agent } from '../../agent/agent';
import { entryOf } from '../../agent/fields';
import { fieldByRole } from '../../hosts/lookup';
import { listItems } from '../../syntax/lists/items';
import { shortPath } from '../../text/paths';
import { quoted, quotedPath } from '../../text/quoted';
import type { Around } from '../../workspace/around';
import { lineText, type Part } from './part';

/** How many skills are shown. */
const SHOWN = 50;

/**
 * Undefined for an agent without such a field.
 * @param around The files around it; undefined where they are not known.
 */
export function skillsPart(agent: Agent, around: Around | undefined): Part | undefined {
  const field = fieldByRole(agent.format, 'skills');
  const entry = entryOf(agent, field);
  if (field === undefined || entry === undefined) return undefined;
  const items = listItems(agent.file.source.text, entry.value, agent.format.splitsNamesAt);
  const lines = items
    .slice(0, SHOWN)
    .map((item) => `${quoted(item.text)}, ${lineText(agent, item.span)}${meaningOf(item.text, agent, around)}`);
  const more = items.length > SHOWN ? [`and ${items.length - SHOWN} more`] : [];
  return { title: 'Skills in the prompt', lines: lines.length === 0 ? ['None.'] : [...lines, ...more] };
}

/** The file of a skill, or why it is not put into the prompt; empty where that is not known. */
function meaningOf(name: string, { path }: Agent, around: Around | undefined): string {
  const found = around?.skill(name);
  switch (found?.kind) {
    case 'one': {
      const { card } = found;
      const file = quotedPath(shortPath(card.path, path ?? ''));
      if (!card.isOpen) return `, is not loaded: ${file} is closed to the model`;
      return card.isGated ? `, is not loaded: ${file} waits for a file of some path` : `, from ${file}`;
    }
    case 'built-in':
      return ', comes with the host';
    case 'none':
      return ', is not found here';
    default:
      return '';
  }
}
