/** Writes fields and values in the notation of a file. */

/** How values are written; undefined for YAML. */
export type Notation = 'toml' | 'json' | undefined;

/**
 * A field on a line of its own, without the line end.
 * @param value As `valueIn` gives it.
 */
export const fieldLine = (notation: Notation, key: string, value: string): string =>
  `${fieldStart(notation, key)}${value}`;

/** What comes before the value of a field. */
export const fieldStart = (notation: Notation, key: string): string => `${key}${signIn(notation)}`;

const signIn = (notation: Notation): string => (notation === 'toml' ? ' = ' : ': ');

/** The sign between a key and its value. */
export const separatorIn = (notation: Notation): string => (notation === 'toml' ? '=' : ':');

/**
 * A value in another notation than YAML.
 * @param yaml A scalar or a flow list, as it is written in YAML.
 */
export function valueIn(notation: Notation, yaml: string): string {
  if (notation !== 'toml') return yaml;
  if (/^\[.*\]$/s.test(yaml)) {
    const items = yaml
      .slice(1, -1)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return `[${items.map((item) => valueIn(notation, item)).join(', ')}]`;
  }
  if (/^(?:true|false|[-+]?\d+(?:\.\d+)?|"[^"\\]*"|'[^']*')$/.test(yaml)) return yaml;
  return textIn(notation, yaml);
}

/** A text as a value on one line, in quotes where the notation requires them. */
export function textIn(notation: Notation, text: string): string {
  if (notation !== 'toml') return text;
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
}
