/** Drafts as plain data, which can be sent to a thread, and copied without the text that they come from. */
import type { Format } from '../hosts/host';
import type { Ties } from '../workspace/ties';
import type { Draft } from './lint';
import type { Settings } from './settings';

/** A draft without what contains functions: its settings, and the format of the agent's card. */
export type PlainDraft = Omit<Draft, 'settings' | 'ties'> & { readonly ties: PlainTies | undefined };

type PlainTies = Omit<Ties, 'card'> & { readonly card: Omit<Ties['card'], 'format'> };

/** The draft as plain data. */
export function plainDraft({ settings: _known, ties, ...draft }: Draft): PlainDraft {
  if (ties === undefined) return { ...draft, ties };
  const { format: _given, ...card } = ties.card;
  return { ...draft, ties: { ...ties, card } };
}

/** The draft again. @param format That of the agent. @param settings Those that it was linted with. */
export function draftFrom(draft: PlainDraft, format: Format, settings: Settings): Draft {
  const { ties } = draft;
  return { ...draft, settings, ties: ties && { ...ties, card: { ...ties.card, format } } };
}
