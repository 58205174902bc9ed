/** How Factory droid reads and loads a file of a custom droid, with the YAML of `strictYaml.ts` or line by line. */
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { baseNameOf } from '../../text/paths';
import { mergedAliases } from '../aliases';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { loadedWith, textOf } from '../loading';
import { lookup } from '../lookup';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import { readStrictly } from '../strictYaml';
import { strictBlock } from '../unseen';
import type { EffectiveTools, LoadVerdict } from '../verdict';
import { readLines } from './lines';

/** Reads the frontmatter of a file of `format`: as YAML, and line by line where it is not valid. */
export function readAsDroid(file: AgentFile, format: Format): Reading {
  const block = strictBlock(file);
  if ('kind' in block) return block;
  const { text } = file.source;
  const { content, closer } = block;
  const reading = readStrictly(text, content, closer);
  if (reading.kind === 'read') return { ...reading, entries: mergedAliases(text, content, reading.entries) };
  if (reading.kind !== 'broken') return reading;
  const entries = readLines(text, content, (key) => lookup(format.fields, key) !== undefined);
  return { kind: 'read', repaired: true, entries, closer };
}

/**
 * The verdict on a droid: every file is one. Undefined when it is not known what the program reads.
 * @param path Of the file, which gives the name where the file has none.
 */
export function verdict(
  file: AgentFile,
  reading: Reading,
  path: string | undefined,
  format: Format,
): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  const fileName = path === undefined ? null : (baseNameOf(path) ?? null);
  if (reading.kind !== 'read') {
    const entries = file.frontMatter?.entries ?? [];
    const loss = entries.length === 0 ? 'the file has no fields' : 'none of the fields is read';
    return without(fileName, loss, entries, format);
  }
  const { text } = file.source;
  const { entries } = reading;
  const fields = fieldsOf(text, entries);
  if (entries.some(({ key }) => key === '<<')) return undefined;
  for (const [key, field] of Object.entries(format.fields)) {
    const value = fields.value(key);
    const fault = value === undefined || field.undocumented === true ? undefined : faultOf(field, value);
    if (fault !== undefined)
      return without(
        fileName,
        `none of the fields is read, because the value of \`${key}\` is ${fault.what}`,
        entries,
        format,
      );
  }
  const { refused: _never, ...tools } = toolsOf(fields, format);
  return loadedWith(textOf(fields.value('name')) || fileName, tools);
}

/** The verdict on a file in which no field counts. A list of tools that is lost limits nothing. */
function without(name: string | null, loss: string, entries: readonly Entry[], format: Format): LoadVerdict {
  const { refused: _never, ...tools } = effectiveTools(fieldsOf('', []), format);
  const verdict = loadedWith(name, tools, [loss]);
  return entries.some(({ key, value }) => key === 'tools' && isWritten(value))
    ? { ...verdict, grantsMore: true }
    : verdict;
}

const isWritten = (value: Value): boolean =>
  value.kind !== 'missing' && !(value.kind === 'scalar' && value.type === 'null');

type Tools = EffectiveTools & { readonly refused: boolean };

/** Tools that every droid gets, whatever its list says. */
export const ALWAYS: readonly string[] = ['TodoWrite', 'Skill'];

function toolsOf(fields: Fields, format: Format): Tools {
  const listed = effectiveTools(fields, format);
  if (listed.inherited) return listed;
  return { ...listed, effective: [...new Set([...listed.effective, ...ALWAYS])] };
}
