/** Changes one key of a configuration file and keeps everything else, comments included. */
import type { Format } from '../../hosts/host';
import { editsOfJson, type JsonPath } from '../../syntax/json/editJson';
import type { Edit } from '../../text/edits';
import { quoted } from '../../text/quoted';
import { faultOfPattern } from '../../workspace/patterns';
import { assignable } from './files';

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

/** The edits, or why there are none: a whole sentence. */
export type Assigned = { readonly edits: readonly Edit[] } | { readonly refused: string };

/**
 * The edits after which the files of a folder are read in a format.
 * @param text Of the configuration file; null when there is no file yet.
 * @param folder The path from the folder of the configuration file, `/` between names; empty for that folder itself.
 * @param format The id of the format.
 */
export function assignFolder(text: string | null, folder: string, format: string): Assigned {
  const known = assignable.find(({ id }) => id === format);
  if (known === undefined) return { refused: `${quoted(format)} is not a format that files can be given.` };
  // A name with a star would stand for other folders too.
  if (/[*?{}!]/.test(folder))
    return { refused: `The name of the folder ${quoted(folder)} has characters that patterns use.` };
  const pattern = `${folder === '' ? '' : `${folder}/`}**/*${endingOf(known)}`;
  const fault = faultOfPattern(pattern);
  if (fault !== undefined) return { refused: `The folder cannot be written as a pattern: \`files\` ${fault}.` };
  const edits = configurationEdit(text, ['files', pattern], format);
  return edits === undefined
    ? { refused: 'The configuration file is not valid JSON, or its `files` is not an object. Correct it first.' }
    : { edits };
}

/** The ending that files of a format have, as most of its globs say. */
const endingOf = ({ files: [first = '*.md'] }: Format): string => first.slice(first.lastIndexOf('.'));
