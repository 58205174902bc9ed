/** How Factory droid reads and loads a file of a custom droid. */
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { baseNameOf } from '../../text/paths';
import { span } from '../../text/span';
import { mergedAliases } from '../aliases';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { loadedWith, textOf } from '../loading';
import { lookup } from '../lookup';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import { readStrictly } from '../strictYaml';
import type { EffectiveTools, LoadVerdict } from '../verdict';
import { readLines } from './lines';

/** Reads the frontmatter of a file of `format`: as YAML, and line by line where it is not valid. */
export function readAsDroid({ source: { text }, frontMatter }: AgentFile, format: Format): Reading {
  const [opener] = /^---\r?\n/.exec(text) ?? [];
  if (opener === undefined) return unseen(text);
  const end = text.indexOf('\n---', opener.length);
  // Lines that end in a lone CR have an end for us and none for the program.
  if (end < 0)
    return frontMatter?.closer !== undefined && frontMatter.closer.start > opener.length
      ? { kind: 'unseen', obstacle: { kind: 'line-ends', span: frontMatter.closer } }
      : { kind: 'unseen' };
  const content = span(opener.length, end > opener.length && text[end - 1] === '\r' ? end - 1 : end);
  const closer = span(end + 1, end + 4);
  const reading = readStrictly(text, content, closer);
  if (reading.kind === 'read') return { ...reading, entries: mergedAliases(text, content, reading.entries) };
  if (reading.kind !== 'broken') return reading;
  const entries = readLines(text, content, (key) => lookup(format.fields, key) !== undefined);
  return { kind: 'read', repaired: true, entries, closer };
}

/** Why the program does not see the block although the dashes are there. */
function unseen(text: string): Reading {
  const [marks = ''] = /^\uFEFF*/.exec(text) ?? [];
  if (!text.startsWith('---', marks.length)) return { kind: 'unseen' };
  if (marks !== '')
    return { kind: 'unseen', obstacle: { kind: 'byte-order-mark', span: span(0, marks.length), marks: 0 } };
  const [, spaces = '', cr] = /^---([ \t]*)(\r?)/.exec(text) ?? [];
  const end = 3 + spaces.length;
  if (spaces !== '' && /^(?:\r|\n|$)/.test(text.slice(end, end + 1)))
    return { kind: 'unseen', obstacle: { kind: 'opener-spaces', span: span(3, end) } };
  return cr === '\r' ? { kind: 'unseen', obstacle: { kind: 'line-ends', span: span(0, 3) } } : { kind: 'unseen' };
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

/** The verdict on a file of which no field counts. A list of tools that is lost limits nothing. */
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
const ALWAYS: readonly string[] = ['TodoWrite', 'Skill'];

function toolsOf(fields: Fields, format: Format): Tools {
  const listed = effectiveTools(fields, format);
  if (listed.inherited) return listed;
  return { ...listed, effective: [...new Set([...listed.effective, ...ALWAYS])] };
}
