/** What a conversion did with each part of an agent. */
import { quoted } from '../text/quoted';

/** One part of the agent, and what became of it. */
export interface Change {
  readonly outcome: 'kept' | 'changed' | 'lost' | 'mentioned';
  /** The field, tool or other part, as the source has it. */
  readonly what: string;
  /** What is written instead; left out where nothing is. */
  readonly now?: string;
  /** Why, as a whole sentence; left out where nothing needs a reason. */
  readonly why?: string;
}

export const kept = (what: string, why?: string): Change => ({
  outcome: 'kept',
  what,
  ...(why !== undefined && { why }),
});

export const changed = (what: string, now: string, why?: string): Change => ({
  outcome: 'changed',
  what,
  now,
  ...(why !== undefined && { why }),
});

export const lost = (what: string, why: string): Change => ({ outcome: 'lost', what, why });

/** The change in one line. */
export function conversionLine({ outcome, what, now, why }: Change): string {
  const because = why === undefined ? '' : `: ${why}`;
  return `${outcome} ${quoted(what)}${now === undefined ? '' : ` → ${quoted(now)}`}${because}`;
}

const outcomes: readonly Change['outcome'][] = ['lost', 'changed', 'mentioned', 'kept'];

/** What a person must look at comes first. */
export const byOutcome = (a: Change, b: Change): number => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome);
