/** What happens to an agent file when its host reads it. */

/** Why an agent does not load: the step that fails. */
export type LossCause =
  | 'not-an-agent'
  | 'manifest'
  | 'size'
  | 'yaml'
  | 'name'
  | 'description'
  | 'tools'
  | 'hooks'
  | 'fields'
  | 'model'
  // The host has no agent of that name, because its prompt is empty or too short.
  | 'prompt'
  // The host lists the agent and cannot start it.
  | 'body'
  // The writer has switched it off.
  | 'disabled';

/** An entry of a tool list that the agent does not get. */
export interface DroppedTool {
  readonly name: string;
  /** As the middle of a sentence: "`x` is ignored: …". */
  readonly why: string;
}

/** A listed tool that the host has, but does not give to the agent as a tool of its own. */
export interface WithheldTool {
  readonly name: string;
  /** After the name: "`x` …". */
  readonly how: string;
}

/** The tools that an agent gets. */
export interface EffectiveTools {
  /** Whether no list restricts the agent; `effective` then contains every tool that an agent may have. */
  readonly inherited: boolean;
  /** Current names of tools, and MCP entries as written, in the order of the list. */
  readonly effective: readonly string[];
  readonly dropped: readonly DroppedTool[];
  readonly withheld: readonly WithheldTool[];
  /** What the file forbids to the tools that the agent gets, a few words each; left out where nothing is. */
  readonly limits?: readonly string[];
}

export interface LoadVerdict {
  readonly verdict: 'loads' | 'loads-with-losses' | 'does-not-load';
  /** Set exactly when the agent does not load. */
  readonly cause: LossCause | null;
  /** One sentence; null when the agent loads as it is written. */
  readonly reason: string | null;
  /** The name under which the agent is known; null when there is none. */
  readonly name: string | null;
  readonly tools: EffectiveTools;
  /** What else is written and has no effect, or less than is written, each as a clause; left out for nothing. */
  readonly losses?: readonly string[];
  /** For a file that is not an agent, whose `tools` mean nothing: how it is named, and a few words each on how it is used. */
  readonly shown?: {
    readonly name: string;
    readonly parts: readonly string[];
  };
  /** Set when the host loads the file but gives the agent more than is written, which is reported like a file that does not load. */
  readonly grantsMore?: true;
}
