/** What a host tells a model of agents and skills, and when. */
import type { Evidence } from './field';

/** Which model reads a text of an agent, and when. */
export interface Reader {
  /** A whole sentence. */
  readonly summary: string;
  /** What happens with the sum over all agents, as another sentence. */
  readonly together?: string;
  /** How many tokens all agents together may take before the host warns; left out where it never does. */
  readonly warnsAbove?: number;
  readonly evidence: Evidence;
}

/** How much of all skills and commands a host tells its model when a session starts. */
export interface Listing {
  /** UTF-16 units of all descriptions together, where no settings say otherwise. Of the rest, the model gets only the names. */
  readonly maxCharacters: number;
  readonly evidence: Evidence;
}

/** One kind of file of settings that may change what a session is told of skills. */
export interface ListingPlace {
  readonly files: readonly string[];
  /** How many names of the path are below the folder that the file is for: 1 for a file right in it. */
  readonly depth: number;
  /**
   * Whether it does.
   * @param text Of the file; of any shape.
   */
  readonly changes: (text: string) => boolean;
}
