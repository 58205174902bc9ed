/** Changes one key of a configuration file and keeps everything else, comments included. */
import { editsOfJson, type JsonPath } from '../../syntax/json/editJson';
import type { Edit } from '../../text/edits';

/**
 * The edits that set one key of a configuration file, with whatever has to be around it.
 * @param text The text of the file; null when there is no file yet, and the one edit is then the whole text at offset 0.
 * @param path Keys, and indexes of lists. `-1` at the end appends to a list, unless the value is in it already.
 * @param value Of JSON; undefined removes the key.
 * @returns Disjoint edits in the order of their spans, none when nothing has to change; undefined when the text is no JSON object
 *   (the person has to mend it first), or when something on the way is neither an object nor a list.
 * @example configurationEdit(text, ['rules', 'heading-jump'], 'off'), configurationEdit(null, ['allow', 'tools', -1], 'Deploy')
 */
export const configurationEdit = (text: string | null, path: JsonPath, value: unknown): readonly Edit[] | undefined =>
  editsOfJson(text ?? '', path, value);
