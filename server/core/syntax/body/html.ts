/** The seven kinds of HTML blocks of CommonMark 4.6: how each begins and where it ends. */
import { isLetter, isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { completeTagEnd, tagNameEnd } from './htmlTag';
import { codeAt } from './line';

/** The numbers are those of CommonMark 0.31.2. */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Tags that open a block of kind 1, which lasts until the closing tag. */
const rawNames: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/** The length of the longest name in the two lists; longer names are not compared. */
const longestName = 10;

/** The kind of HTML block that begins with the `<` at `at`, if one does. Kind 7 may not interrupt a paragraph. */
export function htmlKindAt(text: string, at: number, end: number): HtmlKind | undefined {
  if (codeAt(text, at, end) !== 0x3c) return undefined;
  const next = codeAt(text, at + 1, end);
  if (next === 0x3f) return 3;
  if (next === 0x21) return declarationKind(text, at, end);
  const closing = next === 0x2f;
  const nameStart = closing ? at + 2 : at + 1;
  const nameEnd = tagNameEnd(text, nameStart, end);
  const name = nameEnd - nameStart <= longestName ? text.slice(nameStart, nameEnd).toLowerCase() : '';
  const after = codeAt(text, nameEnd, end);
  const bounded = after === -1 || after === 0x3e || isSpaceOrTab(after);
  if (!closing && bounded && rawNames.has(name)) return 1;
  const selfClosed = after === 0x2f && codeAt(text, nameEnd + 1, end) === 0x3e;
  if ((bounded || selfClosed) && blockNames.has(name)) return 6;
  const tagEnd = completeTagEnd(text, at, end);
  return tagEnd !== undefined && skipSpaces(text, tagEnd, end) === end ? 7 : undefined;
}

/** Whether a blank line ends a block of this kind; the others end with a line that contains their end mark. */
export const endsAtBlank = (kind: HtmlKind): boolean => kind >= 6;

/** Whether the line from `at` on contains the end mark of this kind; never for the kinds that end at a blank line. */
export function holdsHtmlEnd(text: string, at: number, end: number, kind: HtmlKind): boolean {
  if (kind >= 6) return false;
  // Cut to the line first: a search in the whole text would look through the rest of the file for every line.
  const line = text.slice(at, end);
  if (kind === 1) return containsRawEnd(line);
  return line.includes(endMarks[kind] ?? '');
}

const endMarks: Readonly<Partial<Record<HtmlKind, string>>> = { 2: '-->', 3: '?>', 4: '>', 5: ']]>' };

function declarationKind(text: string, at: number, end: number): 2 | 4 | 5 | undefined {
  if (text.startsWith('--', at + 2) && at + 4 <= end) return 2;
  if (isLetter(codeAt(text, at + 2, end))) return 4;
  return text.startsWith('[CDATA[', at + 2) && at + 9 <= end ? 5 : undefined;
}

function containsRawEnd(line: string): boolean {
  for (let at = line.indexOf('</'); at !== -1; at = line.indexOf('</', at + 2)) {
    const nameEnd = tagNameEnd(line, at + 2, Math.min(line.length, at + 3 + longestName));
    if (line.charCodeAt(nameEnd) === 0x3e && rawNames.has(line.slice(at + 2, nameEnd).toLowerCase())) return true;
  }
  return false;
}
