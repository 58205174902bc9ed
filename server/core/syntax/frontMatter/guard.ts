/**
 * A linear check of text before a recursive parser sees it. On Node 20 a YAML parser that overflows its stack can end the
 * whole process, which no `catch` prevents, so text that is too deep, too long or too wide is never parsed.
 */
import { isLineBreak, isSpaceOrTab } from '../../text/chars';
import { lineFrom, skipSpaces } from '../../text/lines';
import { memo } from '../../text/memo';

/** The bounds of frontmatter. Beyond them it is read line by line, and the rest of the file is not read. */
export const limits = {
  /** Flow collections, block indentation and compact `- ? ` markers together. */
  depth: 64,
  keys: 1_000,
  aliases: 50,
  /** UTF-16 code units between the dashes. */
  frontMatterLength: 32_768,
  /** White space in a row, line ends included: front-matter libraries scan such runs once for each of their lines. */
  blankRun: 1_000,
  /** Problems of one file. */
  problems: 50,
} as const;

/** Which bound `yaml` exceeds, as the end of a sentence; undefined when it may be parsed. */
export const excess: (yaml: string) => string | undefined = memo(1 << 18, (yaml) => {
  if (yaml.length > limits.frontMatterLength) return `it is longer than ${limits.frontMatterLength} characters`;
  let flow = 0;
  let keys = 0;
  const indents: number[] = [];
  for (let start = 0; start < yaml.length; ) {
    const line = lineFrom(yaml, start);
    const { at, markers } = skipMarkers(yaml, line.start, line.end);
    if (at < line.end) {
      while ((indents.at(-1) ?? -1) >= at - line.start) indents.pop();
      indents.push(at - line.start);
    }
    for (let i = at; i < line.end; i++) {
      const code = yaml.charCodeAt(i);
      if (code === OPEN_LIST || code === OPEN_MAP) flow++;
      else if (code === CLOSE_LIST || code === CLOSE_MAP) flow = Math.max(0, flow - 1);
      else if (code === COLON && (i + 1 === line.end || isSpaceOrTab(yaml.charCodeAt(i + 1)))) keys++;
      if (flow + indents.length + markers > limits.depth) return `it nests deeper than ${limits.depth} levels`;
    }
    if (indents.length + markers > limits.depth) return `it nests deeper than ${limits.depth} levels`;
    if (keys > limits.keys) return `it has more than ${limits.keys} keys`;
    start = line.next;
  }
  return undefined;
});

/** Whether a run of spaces and line ends in `text` is longer than the bound. */
export function hasLongBlankRun(text: string): boolean {
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    run = isBlank(code) ? run + 1 : 0;
    if (run > limits.blankRun) return true;
  }
  return false;
}

/** Whether a regular expression of those libraries takes the character for white space, as `\s` does. */
function isBlank(code: number): boolean {
  if (code < FIRST_WIDE) return isSpaceOrTab(code) || isLineBreak(code) || code === VERTICAL_TAB || code === FORM_FEED;
  return String.fromCharCode(code).trim() === '';
}

/** Skips indentation and compact collection markers (`- - ? x`), each of which opens a level of its own. */
function skipMarkers(text: string, start: number, end: number): { readonly at: number; readonly markers: number } {
  let markers = 0;
  let at = skipSpaces(text, start, end);
  while (at < end && isMarker(text.charCodeAt(at)) && (at + 1 === end || isSpaceOrTab(text.charCodeAt(at + 1)))) {
    markers++;
    at = skipSpaces(text, at + 1, end);
  }
  return { at, markers };
}

const isMarker = (code: number): boolean => code === DASH || code === QUESTION || code === COLON;

const VERTICAL_TAB = 0x0b;
const FORM_FEED = 0x0c;
/** The first character of more than one byte that is white space: a no-break space. */
const FIRST_WIDE = 0xa0;
const COLON = 0x3a;
const DASH = 0x2d;
const QUESTION = 0x3f;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;
