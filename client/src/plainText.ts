/** Texts of the server for places in which VS Code shows no code and makes links of brackets. */

/** The text with names in quotation marks instead of backticks, in which nothing is a link: names come from files. */
export const plainText = (text: string): string => text.replaceAll(/`([^`]*)`/g, '“$1”').replaceAll('](', '] (');
