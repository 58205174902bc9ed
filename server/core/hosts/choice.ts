/** One of the values that a field allows. */

/** One allowed value, with what it means to a person choosing it. */
export interface Choice {
  readonly value: string;
  readonly summary: string;
  /** The value that this one is an alias of. */
  readonly aliasOf?: string;
  /** For colors: roughly what it looks like, as `#RRGGBB`, so that a hex value can be mapped to the nearest choice. */
  readonly rgb?: string;
  /** For modes of permission: tools that can change files, and in this mode do so without asking. */
  readonly unasked?: readonly string[];
}
