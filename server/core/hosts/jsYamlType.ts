/** The types that version 4 of the `js-yaml` package gives to plain scalars that are strings in YAML 1.2's core schema. */

/** Dates, binary numbers and numbers with underscores; undefined for a string. */
export function jsYamlType(plain: string): string | undefined {
  if (isDate(plain)) return 'date';
  // A number without these is a number in every version of YAML, so a tag must have made it a string.
  if (!plain.includes('_') && !/^[-+]?0b/.test(plain)) return undefined;
  const isNumber =
    /^[-+]?\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?$/.test(plain) ||
    /^[-+]?0(?:b[01_]+|x[\da-fA-F_]+|o[0-7_]+)$/.test(plain);
  return isNumber && !plain.endsWith('_') ? 'number' : undefined;
}

/** Whether every version of the package reads a plain scalar as a date. */
export const isDate = (plain: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(plain) ||
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/.test(plain);
