/** Reads a JSON object as entries with spans, for places in files that name things. */
import { readJson } from '../text/json';
import { isRecord } from '../text/records';
import { span } from '../text/span';
import { readYaml } from './frontMatter/yaml';
import type { Entry } from './tree';

/** UTF-16 code units; a configuration file that people write has some thousand. */
const MAX_LENGTH = 256 * 1024;

/** The entries of the object that `text` is; none for any other text. Never throws. */
export function jsonEntries(text: string): readonly Entry[] {
  if (text.length > MAX_LENGTH) return [];
  const read = readJson(text);
  if (read.kind === 'error' || !isRecord(read.value)) return [];
  // JSON is YAML but for tabs, which only indent where the text is valid JSON.
  return readYaml(text, span(0, text.length), text.replaceAll('\t', ' ')).entries;
}

/** The entry of `key` among others; the last one counts, as in JSON. */
export const jsonEntry = (entries: readonly Entry[], key: string): Entry | undefined =>
  entries.findLast((entry) => entry.key === key);
