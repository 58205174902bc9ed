/** Which scalars hosts read as numbers. */
import type { Scalar } from '../syntax/tree';
import type { Shape } from './field';

/** Whether a host reads a whole number within the bounds of the shape. */
export function isIntegerFrom(
  { text, style, type }: Scalar,
  { min, max, unquoted, exact }: Omit<Extract<Shape, { kind: 'integer' }>, 'kind'>,
): boolean {
  // Underscores are a matter of the host's YAML.
  const isNumeric = style === 'plain' && (type === 'number' || text.includes('_'));
  if (unquoted === true && !isNumeric) return false;
  if (exact === true && /^[-+]?[\d_]*(?:\.|[eE])/.test(text)) return false;
  const trimmed = (unquoted === true ? text.replaceAll(/(?<=\d)_/g, '') : text).trim();
  const number = Number(trimmed);
  return trimmed !== '' && Number.isInteger(number) && number >= min && number <= (max ?? Number.POSITIVE_INFINITY);
}

/** Whether a host reads a number. */
export const isNumber = ({ finite }: { readonly finite?: true }, { text, type }: Scalar): boolean =>
  type === 'number' && text.toLowerCase() !== '.nan' && !(finite === true && /\.inf$/i.test(text));

/** The number that is meant by a text in quotes; undefined where it is not plainly one. */
export function withoutQuotes(value: Scalar): Scalar | undefined {
  const text = value.text.trim();
  const isQuoted = value.style === 'double' || value.style === 'single';
  const isNumeric = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(text);
  return isQuoted && isNumeric ? { ...value, style: 'plain', type: 'number', text } : undefined;
}
