/** Code lenses above the first line that count who calls the agent and to whom it delegates. */
import type { CodeLens, Location } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { Index } from '../../workspace/index';
import { delegationsFrom, delegationsTo } from './delegations';
import { tiesNow } from './nameAt';
import { placeOf } from './places';
import { placeOfUse } from './uses';

/** Takes a URI, a position in it, and the locations to show. The client turns it into the editor's own list of references. */
const SHOW_REFERENCES = 'agentAuthoring.showReferences';

/**
 * One lens with both counts as text, or one for each that shows the places; none for an agent without calls.
 * @param shows Whether the client has the command.
 */
export function callLensesOf(agent: Agent, index: Index, shows: boolean): readonly CodeLens[] {
  const ties = tiesNow(agent);
  const known = ties && index.ties(ties.card.path)?.card;
  if (ties === undefined || known === undefined) return [];
  const { path } = ties.card;
  const calls = delegationsTo(known, index, agent);
  const callers = new Set(calls.map((use) => use.ties.card.path)).size;
  const targets = [...new Set(delegationsFrom(ties, index).map(({ to }) => to))];
  const parts = [
    { count: callers, title: `Called by ${callers}`, places: calls.map(placeOfUse) },
    { count: targets.length, title: `Delegates to ${targets.length}`, places: targets.map(placeOf) },
  ].filter(({ count }) => count > 0);
  const start = { line: 0, character: 0 };
  const lens = (
    title: string,
    command: string,
    ...more: readonly [string, typeof start, Location[]] | []
  ): CodeLens => ({
    range: { start, end: start },
    // Editors show a command without a name as plain text.
    command: { title, command, ...(more.length === 0 ? {} : { arguments: [...more] }) },
  });
  if (shows) return parts.map(({ title, places }) => lens(title, SHOW_REFERENCES, path, start, places));
  const text = parts
    .map(({ title }, i) => (i === 0 ? title : title.charAt(0).toLowerCase() + title.slice(1)))
    .join(' · ');
  return text === '' ? [] : [lens(text, '')];
}
