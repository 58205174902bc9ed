/** Who starts an agent, where fields of its file decide that. */
import type { Entry } from '../syntax/tree';

/** Other agents (and a person who names the agent), a person only, or both. */
export type Starter = 'agents' | 'user' | 'both';

export interface Starters {
  /** The fields that decide. */
  readonly keys: readonly string[];
  readonly of: (entries: readonly Entry[]) => Starter;
}

/** A key with the value that means something; every other value is the default. */
export type Setting = readonly [key: string, value: string];

/** One setting of `user` keeps other agents from the agent, and one of `agents` the user. */
export const startersBy = (user: readonly Setting[], agents: readonly Setting[] = []): Starters => ({
  keys: [...user, ...agents].map(([key]) => key),
  of: (entries) => {
    const has = ([key, text]: Setting): boolean => {
      const value = entries.find((entry) => entry.key === key)?.value;
      return value?.kind === 'scalar' && value.text === text;
    };
    return user.some(has) ? 'user' : agents.some(has) ? 'agents' : 'both';
  },
});
