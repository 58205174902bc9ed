/** Writes a file of a format from its fields and its prompt. */
import type { Plain } from '../hosts/conversion';
import type { Format } from '../hosts/host';
import { fieldByRole } from '../hosts/lookup';

/** The text of a file. The name and the description come first, then the fields in the order of the format's table; others are last. */
export function written(fields: Readonly<Record<string, Plain>>, prompt: string, format: Format): string {
  const first = [fieldByRole(format, 'identity')?.key, fieldByRole(format, 'purpose')?.key];
  const order = [...first, ...Object.keys(format.fields)];
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const text = prompt.replace(/^(?:[ \t]*\r?\n)+/, '');
  const entries = Object.entries(fields).toSorted(([a], [b]) => rank(a) - rank(b));
  if (format.notation === 'toml') {
    const key = fieldByRole(format, 'prompt-text')?.key;
    const all = key === undefined ? entries : [...entries, [key, text] as const];
    return all.map(([name, value]) => `${name} = ${tomlOf(value)}\n`).join('');
  }
  const lines = entries.map(([key, value]) => yamlOf(key, value, '')).join('');
  return `---\n${lines}---\n\n${text}`;
}

/** `key: value` with a line end, at an indentation. */
function yamlOf(key: string, value: Plain, indent: string): string {
  const start = `${indent}${yamlText(key)}:`;
  if (!isMapping(value)) return `${start} ${yamlFlow(value)}\n`;
  const inner = Object.entries(value);
  return inner.length === 0
    ? `${start} {}\n`
    : `${start}\n${inner.map(([name, one]) => yamlOf(name, one, `${indent}  `)).join('')}`;
}

function yamlFlow(value: Plain): string {
  if (typeof value === 'string') return yamlText(value);
  if (isList(value)) return `[${value.map(yamlFlow).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${yamlText(key)}: ${yamlFlow(one)}`)
    .join(', ')} }`;
}

/** Words that some YAML readers take for something else than text. */
const OTHER_TYPES = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf|infinity)$/i;

/** A text as every reader of YAML takes it, also simple ones: plain where no character has a meaning, else in double quotes. */
const yamlText = (text: string): string =>
  /^[A-Za-z][\w./-]*(?: [\w./()-]+)*$/.test(text) && !OTHER_TYPES.test(text) ? text : JSON.stringify(text);

function tomlOf(value: Plain): string {
  if (typeof value === 'string') return tomlText(value);
  if (isList(value)) return `[${value.map(tomlOf).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)} = ${tomlOf(one)}`)
    .join(', ')} }`;
}

/** Lines of a text stay lines, without escapes where that is possible. */
function tomlText(text: string): string {
  if (!text.includes('\n')) return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
  if (!text.includes("'''") && !text.endsWith("'") && !Array.from(text).some(needsEscape)) return `'''\n${text}'''`;
  const escaped = Array.from(text.replaceAll('\\', '\\\\').replaceAll('"', '\\"'), (one) =>
    needsEscape(one) ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one,
  );
  return `"""\n${escaped.join('')}"""`;
}

/** Whether TOML allows a character only as an escape. A carriage return is part of a line end, so it can stay. */
const needsEscape = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return (code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) || code === 0x7f;
};

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
const isMapping = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && !isList(value);
