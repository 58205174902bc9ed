/** What a manifest beside a folder decides about the files in it. */

/** What the manifest beside a folder of agents decides about a file in the folder. */
export type Membership =
  /** The host reads the file as what its format says. `prefix` comes before its name; undefined when it is not known. */
  | { readonly kind: 'agent'; readonly prefix: string | undefined }
  /** The host reads other files. */
  | { readonly kind: 'other' }
  /** The host loads nothing of the folder. `reason`: what is wrong with the manifest, as a clause. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A folder that only counts with a manifest beside it. */
export interface Beside {
  /** The name of the folder. */
  readonly folder: string;
  /** The manifest, from the parent of that folder on. */
  readonly file: string;
  /**
   * @param manifest The text of the manifest; undefined when it is not known.
   * @param path The path of the file in question, from the parent of the folder on.
   */
  readonly membershipOf: (manifest: string | undefined, path: string) => Membership;
}
