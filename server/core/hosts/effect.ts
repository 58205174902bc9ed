/** What a host does with something in a file, and how serious that is. */

/**
 * What the host does decides: `error` when it does not load the file, refuses to start the agent, or gives it more than was
 * written; `warning` when something written has no effect or another one; `information` when it is worth knowing; `hint` for
 * style.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a host does with something, and how serious that is. */
export interface Effect {
  /** As the middle of a sentence after the host's name: "Claude Code …". */
  readonly says: string;
  readonly severity: Severity;
}
