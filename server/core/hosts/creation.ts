/** How a new agent of a host is made: where its file goes, and what a person chooses instead of tools where no list names them. */
import type { Plain } from './conversion';
import type { Ability, ToolEffect } from './tool';

/** Something that a new agent may be allowed to do. */
export interface ToolChoice {
  /** A tool, or the host's word for what is allowed. */
  readonly id: string;
  /** One sentence. */
  readonly summary: string;
  readonly effect: ToolEffect;
  /** Whether the host asks a person before; left out where that is not known. */
  readonly asks?: boolean;
  /** In words that hosts share. */
  readonly gives: readonly Ability[];
}

export interface Creation {
  /** The path of the file of a new agent, from the folder of a project or plugin on. */
  readonly fileOf: (name: string) => string;
  /** Tools that every agent gets, whatever its list says; left out where there are none. */
  readonly always?: readonly string[];
  /** How an agent is limited; left out where the field with the role `allow` takes a list of names of tools. */
  readonly limits?: LimitsByChoice;
}

export interface LimitsByChoice {
  readonly choices: readonly ToolChoice[];
  /** What every agent can do, whatever is chosen. */
  readonly always: readonly Ability[];
  /**
   * The fields that allow exactly what is chosen.
   * @param chosen Ids of `choices`.
   */
  readonly fieldsFor: (chosen: readonly string[]) => Readonly<Record<string, Plain>>;
  /** Whether an agent without these fields may do everything that can be chosen. */
  readonly isOpen: boolean;
}
