/** The types of `pages.mjs`, which Node runs as it is. */
export function pages(): string;
