/** How a host writes tools, models and limits, so that an agent of one host can be converted for another one. */
import type { Entry } from '../syntax/tree';
import type { Starter } from './starters';
import type { Ability } from './tool';

/** A value as it is written into frontmatter. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** How much an agent may do without being asked. `plan` only reads; `edits` also changes files; `all` does everything. */
export type Mode = 'ask' | 'plan' | 'edits' | 'all';

/** What an agent may use. */
export interface Grants {
  readonly abilities: ReadonlySet<Ability>;
  /** Tools of MCP servers; without a tool, all of the server. */
  readonly servers: readonly ServerGrant[];
}

/** Names of a host, each with what it gives. */
export type Given = Readonly<Record<string, readonly Ability[]>>;

export interface ServerGrant {
  readonly server: string;
  readonly tool?: string | undefined;
}

/** Fields that limit an agent. */
export interface Limits {
  readonly fields: Readonly<Record<string, Plain>>;
  /** What an agent with these fields can do. */
  readonly gives: readonly Ability[];
  /** Set where the agent gets the tools of every MCP server, whatever the fields say. */
  readonly hasAllServers?: true;
  /** The names that these fields contain, or else those of tools, each with what it gives. */
  readonly names?: Given;
}

/** What an agent may do without a field. */
export interface Confines {
  /** After "may …". */
  readonly may: string;
  /** It matters only for an agent with one of these. */
  readonly with: readonly Ability[];
}

/** The meaning of a model that is that of the session. */
export const INHERITED = 'session';

export interface Conversion {
  /** The path of the file of a new agent, from the folder of a project on. */
  readonly fileOf: (name: string) => string;
  /**
   * What values for the model mean, in words that hosts share: `session` for the model of the session, or a family of models such as
   * `claude-opus`. Of several values with one meaning the first is written.
   */
  readonly models: Readonly<Record<string, string>>;
  /** The same for the mode of permission. */
  readonly modes?: Readonly<Record<string, Mode>>;
  /** What fields forbid whose value the list of effective tools does not show; left out where none does. */
  readonly forbids?: (entries: readonly Entry[]) => readonly Ability[];
  /** The fields besides lists of tools that keep an agent from something, by their keys; left out where none does. */
  readonly confines?: Readonly<Record<string, Confines>>;
  /** How an agent is limited; left out where the field with the role `allow` takes a list of names. */
  readonly limitsTo?: (grants: Grants) => Limits;
  /**
   * The fields of an agent by who starts it, `unsaid` where its host has agents only that other agents start; left out where all
   * agents of this host are so.
   */
  readonly starters?: Readonly<Record<Starter | 'unsaid', Readonly<Record<string, Plain>>>>;
  /** Fields that every new agent should have. */
  readonly always?: Readonly<Record<string, Plain>>;
}
