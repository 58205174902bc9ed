/** Drafts as plain data, which can be sent to a thread, and copied without the text that they come from. */
import type { Format } from '../hosts/host';
import type { SkillCard } from '../workspace/card';
import type { Ties } from '../workspace/ties';
import type { Draft } from './draft';
import type { Settings } from './settings';

/** A draft without what contains functions: its settings, and the format of the agent's card or of the skill. */
export type PlainDraft = Omit<Draft, 'settings' | 'ties' | 'skill'> & {
  readonly ties: PlainTies | undefined;
  readonly skill: SkillCard | undefined;
};

type PlainTies = Omit<Ties, 'card'> & { readonly card: Omit<Ties['card'], 'format'> };

/** The draft as plain data. */
export function plainDraft({ settings: _known, ties, skill, ...draft }: Draft): PlainDraft {
  if (ties === undefined) return { ...draft, ties, skill: skill?.card };
  const { format: _given, ...card } = ties.card;
  return { ...draft, ties: { ...ties, card }, skill: undefined };
}

/**
 * The draft again. @param format That of the file.
 * @param settings Those that it was linted with.
 */
export function draftFrom(draft: PlainDraft, format: Format, settings: Settings): Draft {
  const { ties, skill } = draft;
  return {
    ...draft,
    settings,
    ties: ties && { ...ties, card: { ...ties.card, format } },
    skill: skill && { card: skill, format },
  };
}
