/** The setting `files`: in which format files are read whose path no host knows. */

import type { Format } from '../../hosts/host';
import { formatById, formats } from '../../hosts/index';
import { append } from '../../text/append';
import { quoted } from '../../text/quoted';
import { isRecord } from '../../text/records';
import { faultOfPattern, MAX_PATTERNS } from '../../workspace/patterns';
import { isOfSchemaLength, patternNames } from './patterns';
import { type Flaw, type Parsed, type Setting, wholly } from './setting';

/** Ids of the formats that files are read in which a pattern matches, the main one first. Later patterns have priority. */
export type FilesRead = Readonly<Record<string, readonly string[]>>;

/** Formats that a path can be given. Those of a plugin need its manifest, which says what the files are. */
export const assignable: readonly Format[] = formats.filter(
  ({ beside, kind }) => beside === undefined && kind !== 'manifest',
);

const ids = assignable.map(({ id }) => id);

const formatSchema = {
  type: 'string',
  enum: ids,
  enumDescriptions: assignable.map(({ title }) => `${title}.`),
};

const none: FilesRead = {};

export const filesRead: Setting<FilesRead> = {
  description: `The format of files in other folders than those of the hosts: patterns for files, each with the id of a format or a list of ids. For example \`{ "src/agents/**/*.md": "${ids[0]}" }\`. Where several patterns match, the last one counts.`,
  schema: {
    type: 'object',
    maxProperties: MAX_PATTERNS,
    propertyNames: patternNames,
    additionalProperties: {
      anyOf: [formatSchema, { type: 'array', minItems: 1, uniqueItems: true, items: formatSchema }],
    },
  },
  default: none,
  scope: 'file',
  parse: parseFiles,
  // The patterns of the editor come last, also those that the file has.
  over: (file, editor) => {
    const own = Object.entries(file).filter(([pattern]) => !Object.hasOwn(editor, pattern));
    return Object.keys(editor).length === 0 ? file : Object.fromEntries([...own, ...Object.entries(editor)]);
  },
};

function parseFiles(value: unknown): Parsed<FilesRead> {
  if (!isRecord(value)) return { value: none, flaws: wholly('must be an object with patterns for files as keys') };
  const flaws: Flaw[] = [];
  const read: (readonly [string, readonly string[]])[] = [];
  for (const [pattern, given] of Object.entries(value).slice(0, MAX_PATTERNS)) {
    const fault = pattern.startsWith('!') ? 'must contain patterns without `!`' : faultOfPattern(pattern);
    if (fault !== undefined)
      flaws.push({ says: fault, at: [pattern], isKey: true, isBeyondSchema: isOfSchemaLength(pattern) });
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (list.length === 0) flaws.push({ says: 'must give each pattern at least one format', at: [pattern] });
    const known = list.filter((id): id is string => ids.some((one) => one === id));
    for (const [i, id] of list.entries())
      if (!ids.some((one) => one === id))
        flaws.push({ says: saysOf(id), at: Array.isArray(given) ? [pattern, i] : [pattern] });
    if (fault === undefined && known.length > 0) read.push([pattern, [...new Set(known)]]);
  }
  if (Object.keys(value).length > MAX_PATTERNS) append(flaws, wholly(`must contain at most ${MAX_PATTERNS} patterns`));
  return { value: read.length === 0 ? none : Object.fromEntries(read), flaws };
}

function saysOf(id: unknown): string {
  if (typeof id !== 'string') return 'must give each pattern the id of a format, or a list of ids';
  return formatById(id) === undefined
    ? `names ${quoted(id)}, which is not a format`
    : `names ${quoted(id)}, which only the files beside a manifest can have`;
}
