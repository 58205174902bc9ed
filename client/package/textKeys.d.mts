/** The types of `textKeys.mjs`, which Node runs as it is. */
export function shortenKeys(folder: string): void;
