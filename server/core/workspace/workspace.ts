/** What rules and detection may ask about other files, without reading them. */

/** Whether a file exists; `unknown` until the host has looked. */
export type Presence = 'present' | 'absent' | 'unknown';

/** Paths are spelled as the host spells that of the file at hand: relative, absolute, or a URI. */
export interface Workspace {
  readonly presence: (path: string) => Presence;
}

/** A workspace in which these files are not there; of all others nothing is known. */
export const workspaceWithout = (absent: readonly string[]): Workspace => ({
  presence: (path) => (absent.includes(path) ? 'absent' : 'unknown'),
});

/** A workspace about which nothing is known. */
export const unknownWorkspace: Workspace = { presence: () => 'unknown' };
