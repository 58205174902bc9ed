/** The types that version 3 of the `js-yaml` package gives to plain values, where they differ from YAML 1.2's core schema. */
import type { Entry, Scalar, Value } from '../../syntax/tree';
import { isDate } from '../jsYamlType';

/** The entries with the types that the program sees. Dates stay strings; `otherType` tells them. */
export const retyped = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, value: retypedValue(entry.value) }));

function retypedValue(value: Value): Value {
  switch (value.kind) {
    case 'scalar':
      return value.style === 'plain' ? retypedScalar(value) : value;
    case 'sequence':
      return { ...value, items: value.items.map((item) => ({ ...item, value: retypedValue(item.value) })) };
    case 'mapping':
      return { ...value, entries: retyped(value.entries) };
    default:
      return value;
  }
}

/** A number of the core schema that is still a string has a tag, which stays in force. */
function retypedScalar(value: Scalar): Scalar {
  const { text, type } = value;
  if (type === 'string' && isNumber(text) && !CORE_NUMBER.test(text)) return { ...value, type: 'number' };
  return type === 'number' && !isNumber(text) ? { ...value, type: 'string' } : value;
}

const CORE_NUMBER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/;

/** Whether the program reads a plain value as a number. */
const isNumber = (text: string): boolean =>
  /[\d.]/.test(text) && !text.endsWith('_') && NUMBERS.some((pattern) => pattern.test(text));

const NUMBERS = [
  /^[-+]?0(?:b[01_]+|x[\da-fA-F_]+|[0-7_]*)$/,
  /^[-+]?[1-9][\d_]*(?::[0-5]?\d)*$/,
  /^[-+]?(?:0|[1-9][\d_]*)(?:\.[\d_]*)?(?:[eE][-+]?\d+)?$/,
  /^\.[\d_]+(?:[eE][-+]?\d+)?$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/,
  /^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/,
];

/** The type of a plain value that is a string in the core schema; undefined for a string. */
export const otherType = (plain: string): string | undefined => (isDate(plain) ? 'date' : undefined);
