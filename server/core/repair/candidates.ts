/** Small edits that may turn a broken piece of frontmatter into YAML, best first; `repair.ts` tries which of them does. */

import { isLineBreak } from '../text/chars';
import { type Edit, insertAt } from '../text/edits';
import { isBlankLine, type Line, lineFrom, skipSpaces } from '../text/lines';
import { span } from '../text/span';
import { closeBrackets, collectionAt, isUnclosed, removeBrackets, removeExtraCommas } from './brackets';
import { quotesOf } from './faultQuotes';
import type { Fault } from './faults';
import { continuation, depthOf, isBlockMark, type Piece, shallowLines } from './pieces';
import { isBroken, segmentsOf } from './segments';

export interface Candidate {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The text that the value must then have; undefined when the edits do not touch what the value says. */
  readonly text: string | undefined;
  /** Whether the edits guess where a value ends. */
  readonly guess?: boolean;
  /** Whether lines with unknown keys are treated as separate fields. */
  readonly fields?: boolean;
}

/**
 * The edits to try for a fault.
 * @param isSaved Whether the host repairs the frontmatter by quoting, so that it reads the whole rest of the line.
 * @param isList Whether the field takes a list, so that an open bracket was meant as one.
 */
export function candidatesFor(text: string, fault: Fault, isSaved: boolean, isList: boolean): readonly Candidate[] {
  const { piece, kind } = fault;
  if (piece === undefined) return [];
  const segments = segmentsOf(text, piece);
  if (segments.length > 0) {
    const fields = fieldCandidates(text, segments, isSaved);
    const asText = textCandidates(text, piece, isSaved).map(guessed);
    return kind === 'spill' ? [...asText, ...fields] : [...fields, ...asText];
  }
  const texts = textCandidates(text, piece, isSaved);
  switch (kind) {
    case 'space':
      return spaceCandidates(text, piece, texts);
    case 'tabs':
      return [
        { title: 'Replace tabs with spaces', edits: untabbed(text, piece), text: undefined },
        ...(piece.key === undefined
          ? [{ title: 'Remove the tabs', edits: dedented(text, fault, piece), text: undefined }]
          : texts),
      ];
    case 'indent':
      return [
        { title: 'Move the key to the left margin', edits: dedented(text, fault, piece), text: undefined },
        ...texts,
      ];
    case 'colon':
      return piece.first.start === piece.first.end ? nestedText(text, fault) : texts;
    case 'quotes':
      return quoteCandidates(text, piece, texts, isSaved);
    case 'spill':
      return isQuote(text, piece)
        ? [{ title: 'Indent the lines', edits: indented(text, piece), text: undefined }, ...texts]
        : texts;
    case 'indicator':
      return isList ? [...bracketCandidates(text, piece), ...texts] : [...texts, ...bracketCandidates(text, piece)];
    default:
      return texts;
  }
}

const isQuote = (text: string, { first }: Piece): boolean => text[first.start] === '"' || text[first.start] === "'";

/** The value as a text: in single quotes when it is one line, else as a block scalar. */
function textCandidates(text: string, piece: Piece, isSaved: boolean): readonly Candidate[] {
  if (piece.key === undefined) return [];
  if (isBlockMark(text, piece))
    return [{ title: 'Indent the lines like the block', edits: deepened(text, piece), text: undefined }];
  if (continuation(text, piece).length > 0) return blockScalar(text, piece);
  if (piece.first.start === piece.first.end) return [];
  // The host quotes the rest of the line with the spaces at its end.
  const end = isSaved ? (piece.lines[0]?.end ?? piece.first.end) : piece.first.end;
  const value = text.slice(piece.first.start, end);
  return [{ title: QUOTE_TITLE, edits: singleQuoted(text, piece.first.start, end), text: value }];
}

const guessed = (candidate: Candidate): Candidate => ({ ...candidate, guess: true });

/** Each line is a field: values that are not valid YAML are quoted, the others stay. */
function fieldCandidates(text: string, segments: readonly Piece[], isSaved: boolean): readonly Candidate[] {
  const broken = segments.filter((segment) => isBroken(text, segment));
  const quoted = broken.map((segment) => textCandidates(text, segment, isSaved)[0]);
  const edits = quoted.flatMap((candidate) => candidate?.edits ?? []);
  const title = broken.length === 1 ? QUOTE_TITLE : 'Put the values in single quotes';
  return [{ title, edits, text: undefined, fields: true, guess: !isSaved }];
}

/** A value inside a map or list, from where the parser objects to the end of its line. */
function nestedText(text: string, { problem }: Fault): readonly Candidate[] {
  const { start } = problem.span;
  let { end } = lineFrom(text, start);
  while (end > start && text.slice(end - 1, end).trim() === '') end--;
  return [{ title: QUOTE_TITLE, edits: singleQuoted(text, start, end), text: undefined, guess: true }];
}

const QUOTE_TITLE = 'Quote the value';

/** Two insertions at one place would be ambiguous, so a quote at the beginning is doubled together with the outer one. */
function singleQuoted(text: string, start: number, end: number): readonly Edit[] {
  const inner: Edit[] = [];
  for (let at = text.indexOf("'", start + 1); at >= 0 && at < end; at = text.indexOf("'", at + 1))
    inner.push(insertAt(at, "'"));
  return [insertAt(start, text[start] === "'" ? "''" : "'"), ...inner, insertAt(end, "'")];
}

function blockScalar(text: string, piece: Piece): readonly Candidate[] {
  const [head, ...rest] = piece.lines;
  if (head === undefined) return [];
  const full = rest.filter((line) => !isBlankLine(text, line));
  const depth = leastDepth(text, full, Number.POSITIVE_INFINITY);
  const pad = ' '.repeat(depth === 0 ? 2 : depth);
  const isEmpty = piece.first.start === piece.first.end;
  const opener = full[0];
  const isDeep =
    isEmpty && opener !== undefined && (depth === 0 ? text[opener.start] === ' ' : depthOf(text, opener) > depth);
  if (pad.length > 9) return [];
  const mark = isDeep ? ` |${pad.length}-` : ' |-';
  const edits: Edit[] = [
    {
      span: span(piece.colon + 1, piece.first.start),
      newText: isEmpty ? mark : `${mark}${text.slice(head.end, head.next)}${pad}`,
    },
    ...(depth === 0 ? full.map((line) => insertAt(line.start, pad)) : []),
  ];
  const kept = rest.map((line) =>
    text.slice(line.start + (isBlankLine(text, line) ? line.end - line.start : depth), line.end),
  );
  const lines = isEmpty ? kept : [text.slice(piece.first.start, head.end), ...kept];
  return [{ title: 'Convert the value to a block (`|-`)', edits, text: lines.join('\n') }];
}

/** The depth of the line that is least deep, and at most `most`. */
const leastDepth = (text: string, lines: readonly Line[], most: number): number =>
  lines.reduce((least, line) => Math.min(least, depthOf(text, line)), most);

/** Moves the lines of a block that are too far left to where the block's first line is. */
function deepened(text: string, piece: Piece): readonly Edit[] {
  const shallow = shallowLines(text, piece).filter((line) => !isBlankLine(text, line));
  const [first] = piece.lines.slice(1).filter((line) => !isBlankLine(text, line));
  const depth = first === undefined || shallow.includes(first) ? 2 : depthOf(text, first);
  const pad = ' '.repeat(depth - leastDepth(text, shallow, depth));
  return shallow.map((line) => insertAt(line.start, pad));
}

function spaceCandidates(text: string, piece: Piece, texts: readonly Candidate[]): readonly Candidate[] {
  const wide = wideSpaces(text, piece.colon + 1);
  if (wide > 0) return wideCandidates(text, piece, wide);
  const space = insertAt(piece.colon + 1, ' ');
  const title = 'Insert a space after the colon';
  const withSpace = texts.map(({ edits, ...rest }): Candidate => {
    const [first, ...others] = edits;
    const isAtColon = first !== undefined && first.span.start === piece.colon + 1;
    if (!isAtColon) return { ...rest, edits: [space, ...edits] };
    const newText = first.newText.startsWith(' ') ? first.newText : ` ${first.newText}`;
    return { ...rest, edits: [{ ...first, newText }, ...others] };
  });
  // With the space, the text after `#` would become a comment.
  const isPlain = continuation(text, piece).length === 0 && !'"\'[{|>&!*'.includes(text.charAt(piece.first.start));
  const whole = isPlain ? text.slice(piece.first.start, piece.first.end) : undefined;
  return [{ title, edits: [space], text: whole }, ...withSpace];
}

/** How many characters at `at` are spaces to a person but not to YAML, such as a non-breaking space. */
export const wideSpaces = (text: string, at: number): number =>
  /^[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*/.exec(text.slice(at, at + MAX_SPACES))?.[0].length ?? 0;

const MAX_SPACES = 16;

function wideCandidates(text: string, piece: Piece, length: number): readonly Candidate[] {
  const at = piece.colon + 1;
  const isOneLine = continuation(text, piece).length === 0;
  return [
    {
      title: 'Replace the special space with an ordinary one',
      edits: [{ span: span(at, at + length), newText: ' ' }],
      text: isOneLine ? text.slice(at + length, piece.first.end) : undefined,
    },
  ];
}

/** Each leading tab becomes two spaces, which is what the host's repair does as well. */
const untabbed = (text: string, piece: Piece): readonly Edit[] =>
  piece.lines.flatMap((line): readonly Edit[] => {
    let end = line.start;
    while (text[end] === '\t') end++;
    return end === line.start || isBlankLine(text, line)
      ? []
      : [{ span: span(line.start, end), newText: '  '.repeat(end - line.start) }];
  });

/** Removes the wrong spaces from the key's line and from all lines after it, so that the value stays below its key. */
const dedented = (text: string, fault: Fault, piece: Piece): readonly Edit[] =>
  piece.lines.flatMap((line): readonly Edit[] => {
    if (line.start < fault.span.start) return [];
    const spaces = Math.min(fault.span.end - fault.span.start, skipSpaces(text, line.start, line.end) - line.start);
    return spaces === 0 ? [] : [{ span: span(line.start, line.start + spaces), newText: '' }];
  });

/** Lines of a quoted value need some indentation; its size does not change the value. */
const indented = (text: string, piece: Piece): readonly Edit[] =>
  continuation(text, piece)
    .filter((line) => skipSpaces(text, line.start, line.end) === line.start)
    .map((line) => insertAt(line.start, '  '));

function quoteCandidates(
  text: string,
  piece: Piece,
  texts: readonly Candidate[],
  isSaved: boolean,
): readonly Candidate[] {
  const { mark, closer, last, wraps } = quotesOf(text, piece);
  const isOneLine = continuation(text, piece).length === 0;
  if (closer === undefined && last === undefined) {
    const close: Candidate = {
      title: 'Close the quotes',
      edits: [insertAt(piece.first.end, mark)],
      text: undefined,
      guess: true,
    };
    return mark === "'" || isSaved || !isOneLine ? [...texts, close] : [close, ...texts];
  }
  const escapes: readonly Candidate[] =
    last === undefined
      ? []
      : [{ title: 'Escape the quotes inside the value', edits: escaped(text, piece, mark, last), text: undefined }];
  return wraps && !isSaved ? [...escapes, ...texts] : [...texts, ...escapes];
}

/** A backslash before each inner double quote that has none, a second quote beside each inner single one. */
function escaped(text: string, piece: Piece, mark: '"' | "'", last: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = piece.first.start + 1; at < last; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark) edits.push(insertAt(at, mark === '"' ? '\\' : "'"));
  }
  return edits;
}

/** Ways to finish a list or a mapping that begins with a bracket. Each guesses where it was meant to end. */
function bracketCandidates(text: string, piece: Piece): readonly Candidate[] {
  const kind = collectionAt(text, piece.first.start);
  if (kind === undefined) return [];
  const [title, edits] = isUnclosed(text, piece)
    ? [`Close the ${kind.name} with \`${kind.close}\``, closeBrackets(text, piece, kind)]
    : ['Remove the brackets', removeBrackets(text, piece)];
  const commas = removeExtraCommas(text, piece);
  const finished: Candidate = { title, edits, text: undefined, guess: true };
  if (commas.length === 0) return [finished];
  const one = commas.length === 1 ? 'Remove the extra comma' : 'Remove the extra commas';
  return [{ title: one, edits: commas, text: undefined, guess: true }, finished];
}

/** Whether the piece has line ends at which the host's repair does nothing. */
export const endsInCarriageReturn = (text: string, piece: Piece): boolean => {
  const line = lineFrom(text, piece.colon);
  return line.end < text.length && text.charCodeAt(line.end) === 0x0d && isLineBreak(text.charCodeAt(line.end + 1));
};
