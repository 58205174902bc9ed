/** Which scalars hosts read as numbers. */
import type { Scalar } from '../syntax/tree';

export function isIntegerFrom(
  { text, style, type }: Scalar,
  { min, unquoted }: { readonly min: number; readonly unquoted?: boolean },
): boolean {
  // Underscores are a matter of the host's YAML.
  const isNumeric = style === 'plain' && (type === 'number' || text.includes('_'));
  if (unquoted === true && !isNumeric) return false;
  const trimmed = (unquoted === true ? text.replaceAll(/(?<=\d)_/g, '') : text).trim();
  const number = Number(trimmed);
  return trimmed !== '' && Number.isInteger(number) && number >= min;
}

export const isNumber = ({ finite }: { readonly finite?: true }, { text, type }: Scalar): boolean =>
  type === 'number' && text.toLowerCase() !== '.nan' && !(finite === true && /\.inf$/i.test(text));
