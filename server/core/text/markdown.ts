/** Makes text from files safe to put into Markdown that an editor renders. Names are put there by `quoted`, as code. */
import { asLine, MAX_MESSAGE } from './visible';

/**
 * A sentence from a file as Markdown that shows exactly its characters: no image, link, HTML or other markup comes from it.
 * Renderers make links of plain addresses too, so all punctuation is escaped but that of a plain sentence.
 */
export const asMarkdown = (text: string): string =>
  asLine(text, MAX_MESSAGE).replace(/(?![,;'"?%]|(?<=[A-Za-z])\.(?: |$))[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);
