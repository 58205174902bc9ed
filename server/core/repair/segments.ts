/** Splits a broken piece into fields if each of its lines at the left margin looks like a key. */
import { excess } from '../syntax/frontMatter/guard';
import { keyOf } from '../syntax/frontMatter/keyLine';
import { readYaml } from '../syntax/frontMatter/yaml';
import { isSpaceOrTab } from '../text/chars';
import { isBlankLine } from '../text/lines';
import { type Span, span } from '../text/span';
import { isItem, type Piece, pieceFrom } from './pieces';

/**
 * Recovery gives lines with unknown keys to the broken value above them, because dialogues (`user: …`) look the
 * same. Where nothing but such lines follows they may be keys after all, and the host takes them for keys.
 * @returns One piece a key, at least two; none when some line at the left margin is not a key.
 */
export function segmentsOf(text: string, piece: Piece): readonly Piece[] {
  if (piece.key === undefined) return [];
  const starts: { readonly key: Span; readonly start: number }[] = [];
  for (const line of piece.lines) {
    if (isBlankLine(text, line)) {
      // A blank line separates paragraphs of text; between fields it is rare.
      if (starts.length > 0) return [];
      continue;
    }
    if (isSpaceOrTab(text.charCodeAt(line.start)) || text[line.start] === '#' || isItem(text, line)) continue;
    const found = keyOf(text, line);
    if (found?.spaced !== true) return [];
    starts.push({ key: found.span, start: line.start });
  }
  if (starts.length < 2) return [];
  return starts.map(({ key, start }, i) => {
    const end = starts[i + 1]?.start ?? piece.span.end;
    return pieceFrom(
      text,
      { key: text.slice(key.start, key.end), keySpan: key },
      span(start, trimEnd(text, start, end)),
    );
  });
}

/** Whether the piece alone is invalid YAML. */
export function isBroken(text: string, piece: Piece): boolean {
  if (excess(text.slice(piece.span.start, piece.span.end)) !== undefined) return true;
  const { problems, dangling } = readYaml(text, piece.span);
  return problems.length > 0 || dangling.length > 0;
}

function trimEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && text.slice(end - 1, end).trim() === '') end--;
  return end;
}
