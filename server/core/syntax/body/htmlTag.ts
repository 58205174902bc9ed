/** A complete HTML tag on one line, CommonMark 6.6: what the seventh kind of HTML block begins with. */
import { isDigit, isLetter, isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { codeAt } from './line';

const dash = 0x2d;
const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;

/** The offset after the name that begins at `at`; `at` itself when no tag name begins there. */
export function tagNameEnd(text: string, at: number, end: number): number {
  if (!isLetter(codeAt(text, at, end))) return at;
  let stop = at + 1;
  while (stop < end && isNameCode(text.charCodeAt(stop))) stop++;
  return stop;
}

/** The offset after the tag whose `<` is at `at`, or nothing when the line does not contain a complete one. */
export function completeTagEnd(text: string, at: number, end: number): number | undefined {
  const closing = codeAt(text, at + 1, end) === slash;
  const name = closing ? at + 2 : at + 1;
  const nameEnd = tagNameEnd(text, name, end);
  if (nameEnd === name) return undefined;
  if (!closing) return openTagEnd(text, nameEnd, end);
  const last = skipSpaces(text, nameEnd, end);
  return codeAt(text, last, end) === greater ? last + 1 : undefined;
}

function openTagEnd(text: string, nameEnd: number, end: number): number | undefined {
  let at = nameEnd;
  for (;;) {
    const next = skipSpaces(text, at, end);
    const code = codeAt(text, next, end);
    if (code === greater) return next + 1;
    if (code === slash) return codeAt(text, next + 1, end) === greater ? next + 2 : undefined;
    // Attributes are kept apart by spaces; at the end of the line nothing is an attribute either.
    if (next === at || !isAttributeStart(code)) return undefined;
    const attribute = attributeEnd(text, next, end);
    if (attribute === undefined) return undefined;
    at = attribute;
  }
}

/** The offset after `name` or `name=value`, or nothing when the value is malformed. */
function attributeEnd(text: string, at: number, end: number): number | undefined {
  let nameEnd = at + 1;
  while (nameEnd < end && isAttributeCode(text.charCodeAt(nameEnd))) nameEnd++;
  const sign = skipSpaces(text, nameEnd, end);
  if (codeAt(text, sign, end) !== equals) return nameEnd;
  const value = skipSpaces(text, sign + 1, end);
  const quote = codeAt(text, value, end);
  let stop = value;
  if (quote === 0x22 || quote === 0x27) {
    stop++;
    while (stop < end && text.charCodeAt(stop) !== quote) stop++;
    return stop < end ? stop + 1 : undefined;
  }
  while (stop < end && isUnquotedCode(text.charCodeAt(stop))) stop++;
  return stop > value ? stop : undefined;
}

const isNameCode = (code: number): boolean => isLetter(code) || isDigit(code) || code === dash;

/** Letter, `_` or `:`. */
const isAttributeStart = (code: number): boolean => isLetter(code) || code === 0x5f || code === 0x3a;

const isAttributeCode = (code: number): boolean => isAttributeStart(code) || isNameCode(code) || code === 0x2e;

/** What an unquoted value may contain: no space, control, quote, backtick, `=`, `<`, `>`. */
const isUnquotedCode = (code: number): boolean =>
  code > 0x20 && !isSpaceOrTab(code) && code !== 0x22 && code !== 0x27 && code !== 0x60 && (code < 0x3c || code > 0x3e);
