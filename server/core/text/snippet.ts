/** Writes text for snippets, in the syntax of LSP. */

/** The text, escaped so that it is not read as the syntax of snippets. */
export const snippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
