/** What rules and features may ask about the files around an agent: everything as the host finds it from there. */
import type { Format } from '../hosts/host';
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

/** A key that a completion report lacks, and that nearly all others of its tree have. */
export interface MissingKey {
  readonly key: string;
  /** A key of the report that is spelled nearly so and that the others do not have; undefined when there is none. */
  readonly written: string | undefined;
  /** How many other agents have it, of how many with a report. */
  readonly having: number;
  readonly others: number;
  /** One of them. */
  readonly example: Card;
}

/** The descriptions that a session is told when it starts. */
export interface Told {
  /** About how many tokens all names and descriptions take, at least. */
  readonly tokens: number;
  /** How many agents there are. */
  readonly agents: number;
  /** A few agents whose descriptions take most, the longest first. */
  readonly longest: readonly Card[];
}

/** The descriptions of skills and commands that the model of a session is told when it starts. */
export interface Listed {
  /** UTF-16 units that they take together, at least. */
  readonly characters: number;
  /** How many skills and commands have one. */
  readonly skills: number;
  /** A few whose descriptions take most, the longest first. */
  readonly longest: readonly SkillCard[];
}

/** The view from one skill or command. Answers are the same objects until one of the files changes that they are about. */
export interface AroundSkill {
  readonly kind: 'skill';
  /**
   * What a session here is told of the skills in the trees of this one's kind: of a project, or of the user. Undefined for all but the
   * one with the longest description, for those of plugins, which may be switched off, and where settings change what is told.
   */
  readonly listed: () => Listed | undefined;
}

/** The view from a file about which there are rules that see others. */
export type AroundFile = Around | AroundSkill;

/** The view from one agent. Answers are the same objects until one of the files changes that they are about. */
export interface Around {
  readonly kind: 'agent';
  /** What starts when the agent calls this name. */
  readonly agent: (name: string) => Found<Card>;
  /** The agents that can be called from here, one of each name, in the order of their names; without built-in ones. */
  readonly agents: () => readonly Card[];
  /** Names of the agents that come with the host. */
  readonly builtIn: readonly string[];
  /** The agent that comes with the host and has that name, as the host compares names. */
  readonly builtInNamed: (name: string) => string | undefined;
  /**
   * The agents with the name of this one in its tree, as the host compares names, itself included, in the host's order: the last one is loaded, unless
   * it is not known which one. Where folders are merged, only those of the same folder.
   */
  readonly rivals: () => readonly Card[];
  /** The last of the rivals; for thousands of agents with one name, they need not be listed for each of them. */
  readonly lastRival: () => Card | undefined;
  /**
   * What the host does with agents of one name: one of them replaces the others, each of them is listed, or those of different folders
   * are merged, so that what the winner leaves out counts from the others.
   */
  readonly sameNames: 'replaced' | 'listed' | 'merged';
  /** Whether it is known that the host loads the last of the rivals, and no other. */
  readonly hasWinner: boolean;
  /** The other names that can be called from here and mean the same as the name of this one when none is spelled exactly. */
  readonly otherSpellings: () => readonly string[];
  /** The agents with the name of this one, as the host compares names, in other trees that a session here reads and in other folders that are merged, the one that wins first. */
  readonly namesakes: () => readonly Card[];
  /** What is loaded for a name of a skill. */
  readonly skill: (name: string) => Found<SkillCard>;
  /** The skills that can be loaded from here, one of each name. */
  readonly skills: () => readonly SkillCard[];
  /** The servers that are declared for sessions here, outside of agents. */
  readonly servers: () => readonly ServerCard[];
  /** The keys that the completion report of this agent lacks, and that nearly all others in its tree have. */
  readonly missingReportKeys: () => readonly MissingKey[];
  /** A few agents beside this one whose descriptions say the same as its own; the most alike first. */
  readonly alike: () => readonly Card[];
  /**
   * What a session here is told of the agents, without those of plugins, which may be switched off. Only the agent with the longest
   * description is told so: the sum changes with each description, and all others do not depend on it.
   */
  readonly told: () => Told | undefined;
  /** The view of another reader of the file; undefined for one that does not find it. */
  readonly as: (reader: Format) => Around | undefined;
}
