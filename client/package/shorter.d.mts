/** The types of `shorter.mjs`, which Node runs as it is. */
export function shorten(
  files: readonly { readonly path: string; readonly isModule: boolean }[],
  kept: string,
): Promise<void>;
