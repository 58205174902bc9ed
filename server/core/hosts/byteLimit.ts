/** A limit for the text of files that a host reads, alone or together. */

/** How much a host reads of some files. */
export interface ByteLimit {
  readonly max: number;
  /** What changes the limit. */
  readonly setting: string;
  /** The file with that setting, from any folder on the path; left out where none is known. */
  readonly setIn?: string;
  /**
   * Set where the limit is for all files together from the root of the repository to the folder of the file, the outermost first: their
   * names, of which the first counts that is there. Left out where each file has its own.
   */
  readonly sharedBy?: readonly string[];
}
