/** Makes text from files and arguments safe to show in a terminal, as text or as JSON. */
import { visible } from '../core/index';

/** The text as one line with control, bidirectional and invisible characters made visible: a file must not control the terminal. */
export const printable = visible;

/**
 * JSON on one line, or indented by `indent` spaces, whose strings show such characters by their escapes. Programs read the same
 * data from it.
 */
export const jsonText = (value: unknown, indent = 0): string =>
  // What JSON writes as it is, although it controls a terminal, changes the order of text, ends a line or shows nothing. All are
  // beyond ASCII or a deletion, so they are in strings only.
  JSON.stringify(value, undefined, indent).replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
    (hidden) => Array.from({ length: hidden.length }, (_, i) => unitText(hidden.charCodeAt(i))).join(''),
  );

/** The escape of a UTF-16 unit. */
const unitText = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** A count with its noun: "1 file", "2 files". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
