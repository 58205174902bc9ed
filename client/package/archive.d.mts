/** The types of `archive.mjs`, which Node runs as it is. */
export function packAgain(path: string, isProgram: (path: string) => boolean): Promise<void>;
