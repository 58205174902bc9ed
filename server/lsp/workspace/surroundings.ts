/** What the system of agents needs from its session, and where it searches. */
import type { Settings, Workspace } from '../../core/index';
import type { Turn } from '../calm';
import type { Exists } from '../presence';
import type { Files } from './files';
import type { Report } from './progress';

/** With more agents, what follows from a change is computed in slices, when a person pauses. */
export const FEW_AGENTS = 300;

/** What the system needs from the session. */
export interface Around {
  /** The presence of files that open documents ask for. */
  readonly known: Workspace;
  readonly settingsOf: (uri: string) => Settings;
  /** Reads the configuration files of some files. Resolves when the settings are known. */
  readonly configure: (uris: readonly string[]) => Promise<void>;
  readonly docsBase: () => string | undefined;
  /** Called with the files whose diagnostics are others now because of other files, or which are new or gone. */
  readonly changed: (uris: readonly string[]) => void;
  readonly warn: (message: string) => void;
  /** Shows the progress of a search that reads `count` files. */
  readonly progressOf: (count: number) => { readonly report: Report; readonly end: () => void };
  /** With this many agents at most, what follows from a change is computed within the request that changed it. */
  readonly fewAgents: number;
  readonly turn: Turn;
  /** Calls back after a pause that is longer than those between two keystrokes. */
  readonly pause: Turn;
}

/** Where to search, and with what. */
export interface Search {
  readonly folders: readonly string[];
  readonly user: readonly string[];
  readonly files: Files;
  /** Whether the configuration names a file. */
  readonly isOwn?: (uri: string) => boolean;
  readonly exists: Exists;
}
