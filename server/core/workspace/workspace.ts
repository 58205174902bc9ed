/** What rules and detection may ask about other files, without reading them. */
import type { Format } from '../hosts/host';
import type { Around, AroundSkill } from './around';
import type { Where } from './tree';

/** Whether a file exists; `unknown` until it has been looked up. */
export type Presence = 'present' | 'absent' | 'unknown';

/** Paths have the form of the agent's own path: relative, absolute, or a URI. */
export interface Workspace {
  readonly presence: (path: string) => Presence;
  /** The text of a file that decides how others are read, such as the manifest of a plugin; undefined when it is not known. */
  readonly manifest: (path: string) => string | undefined;
  /** The bytes of a file that counts for a limit that files share, where its text is not kept; undefined when they are not known. */
  readonly bytes?: (path: string) => number | undefined;
  /** The formats that settings give to the file at `path`, the main one first; undefined, or left out, where they say nothing. */
  readonly formatsOf?: (path: string) => readonly Format[] | undefined;
  /** The ids of the hosts that the project around the file at `path` is used with; not known when left out. */
  readonly usedHosts?: (path: string) => ReadonlySet<string>;
  /** Where the user's files and the roots of repositories are; not known when left out. */
  readonly where?: Where;
  /** The agents, skills and servers around the agent at `path`; undefined, or left out, until they have been searched for. */
  readonly around?: (path: string) => Around | undefined;
  /** The same around the skill or command at `path`. */
  readonly aroundSkill?: (path: string) => AroundSkill | undefined;
}

/** A workspace in which these files do not exist; all others are unknown. */
export const workspaceWithout = (absent: readonly string[]): Workspace => ({
  presence: (path) => (absent.includes(path) ? 'absent' : 'unknown'),
  manifest: () => undefined,
});

/** A workspace in which every file is unknown. */
export const unknownWorkspace: Workspace = workspaceWithout([]);
