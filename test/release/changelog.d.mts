/** The types of `changelog.mjs`, which Node runs as it is. */
export function changelogFaults(text: string, version: string, isRelease: boolean): readonly string[];
