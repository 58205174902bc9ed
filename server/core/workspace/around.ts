/** What rules and features may ask about the files around an agent: everything as the host finds it from there. */
import type { Card, ServerCard, SkillCard } from './card';

/** What a name means. */
export type Found<T> =
  | { readonly kind: 'one'; readonly card: T }
  /** It comes with the host. */
  | { readonly kind: 'built-in'; readonly name: string }
  /** No agent has exactly this name, and several have it in another spelling. */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  /** `elsewhere`: files that have the name, but are not read from here, do not load, or have another full name. */
  | { readonly kind: 'none'; readonly elsewhere: readonly T[] };

/** The view from one agent. Answers are the same objects until one of the files changes that they are about. */
export interface Around {
  /** What starts when the agent calls this name. */
  readonly agent: (name: string) => Found<Card>;
  /** The agents that can be called from here, one of each name, in the order of their names; without built-in ones. */
  readonly agents: () => readonly Card[];
  /** Names of the agents that come with the host. */
  readonly builtIn: readonly string[];
  /**
   * The agents with exactly the name of this one in its tree, itself included, in the host's order: the last one is loaded, unless
   * it is not known which one.
   */
  readonly rivals: () => readonly Card[];
  /** Whether it is known that the host loads the last of the rivals. */
  readonly hasWinner: boolean;
  /** The other names that can be called from here and mean the same as the name of this one when none is spelled exactly. */
  readonly alike: () => readonly string[];
  /** The agents with exactly the name of this one in other trees that a session here reads, the one that wins first. */
  readonly namesakes: () => readonly Card[];
  /** What is loaded for a name of a skill. */
  readonly skill: (name: string) => Found<SkillCard>;
  /** The skills that can be loaded from here, one of each name. */
  readonly skills: () => readonly SkillCard[];
  /** The servers that are declared for sessions here, outside of agents. */
  readonly servers: () => readonly ServerCard[];
}
