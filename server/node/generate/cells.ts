/** Writes texts into cells of Markdown tables. */

/** The text without what would end the cell. */
export const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Up to the first full stop that a space follows. */
export const firstSentence = (text: string): string => text.split(/(?<=\.) /, 1)[0] ?? text;
