/** Writes a text as a YAML scalar on one line, in quotes wherever some YAML parser would read it as anything else. */

/**
 * The scalar for `text`, plain where that is safe. Stricter than YAML 1.2 requires, because hosts read with
 * parsers of their own.
 * @param isInFlow Whether it is to be between `[` and `]`, where commas, brackets and colons have a meaning.
 * @returns undefined for a text with line ends, tabs or other control characters.
 */
export function yamlText(text: string, isInFlow: boolean): string | undefined {
  if (text === '' || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{FEFF}]/u.test(text)) return undefined;
  if (isPlain(text) && !(isInFlow && /[,:[\]{}]/.test(text))) return text;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const isPlain = (text: string): boolean =>
  !INDICATORS.includes(text.charAt(0)) &&
  !text.startsWith(' ') &&
  !text.endsWith(' ') &&
  !text.endsWith(':') &&
  !text.includes(': ') &&
  !text.includes(' #') &&
  !words.has(text.toLowerCase()) &&
  // Numbers, dates and times of any YAML: `1e3`, `0x1F`, `1_000`, `12:30`.
  !/^[+.\d][\da-fox_.:+-]*$/i.test(text);

/** Characters that begin something else than a plain scalar, or do so when a space follows. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`=<~';

/** Words that YAML 1.1 or 1.2 reads as a boolean, as null, or as infinity or not-a-number. */
const words: ReadonlySet<string> = new Set([
  ...['true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'null'],
  ...['.inf', '+.inf', '.nan'],
]);
