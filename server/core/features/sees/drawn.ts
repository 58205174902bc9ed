/** What the host sees of an agent as data, for clients that draw it themselves. */
import type { Agent } from '../../agent/agent';
import type { Index } from '../../workspace/index';
import type { Part } from './part';
import { type SeenParts, seenParts } from './seenParts';
import { shownText } from './shownText';

/**
 * The parts, with texts as they can be shown.
 * @param readers The file as each program reads it, the main one first.
 * @param index The files around it, as far as they are known.
 * @param mostText UTF-16 units of each text that are shown.
 */
export function whatHostSeesInParts(readers: readonly Agent[], index: Index, mostText: number): SeenParts {
  const { parts, others } = seenParts(readers, index);
  const drawn = (part: Part): Part => drawnPart(part, mostText);
  return { parts: parts.map(drawn), others: others.map(drawn) };
}

function drawnPart({ title, lines, text }: Part, mostText: number): Part {
  if (text === undefined) return { title, lines };
  const { content, left } = shownText(text, mostText);
  return { title, lines, text: left === 0 ? content : `${content}\n… and ${left} more characters` };
}
