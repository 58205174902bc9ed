/** Which scalars hosts read as numbers. */
import type { Scalar } from '../syntax/tree';

export function isIntegerFrom(
  { text, style }: Scalar,
  { min, unquoted }: { readonly min: number; readonly unquoted?: boolean },
) {
  if (unquoted === true && style !== 'plain') return false;
  const trimmed = (unquoted === true ? text.replaceAll(/(?<=\d)_/g, '') : text).trim();
  const number = Number(trimmed);
  return trimmed !== '' && Number.isInteger(number) && number >= min;
}

export const isNumber = ({ text, type }: Scalar): boolean => type === 'number' && text.toLowerCase() !== '.nan';
