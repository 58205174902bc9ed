/** Makes the nodes of the tree out of the tokens of VS Code's YAML reader. */
import type { Entry, Scalar, Value } from '../../syntax/tree';
import { isLineBreak } from '../../text/chars';
import { type Span, span } from '../../text/span';
import type { Token } from './tokens';

/** A pair of a key and its value. */
export const entryOf = (key: Token | Scalar, value: Value): Entry => ({
  key: key.text,
  keySpan: key.span,
  value,
  span: span(key.span.start, Math.max(key.span.end, value.span.end)),
});

/** The scalar that a token is. */
export function scalarOf(text: string, { span: whole, style, text: value }: Token): Scalar {
  return { kind: 'scalar', style, text: value, type: 'string', span: whole, inner: innerOf(text, whole, style) };
}

/** Without the quotes, or without the line of the mark. */
function innerOf(text: string, { start, end }: Span, style: Token['style']): Span {
  if (style === 'plain') return span(start, end);
  if (style === 'single' || style === 'double') {
    return span(start + 1, isClosed(text, start, end) ? end - 1 : end);
  }
  let at = start;
  while (at < end && !isLineBreak(text.charCodeAt(at))) at++;
  return span(Math.min(end, at + (text.startsWith('\r\n', at) ? 2 : 1)), end);
}

const isClosed = (text: string, start: number, end: number): boolean =>
  end - start >= 2 && text.charAt(end - 1) === text.charAt(start);

/** Whether the second quote of a text in quotes is missing, so that the text ends with the frontmatter. */
export const isUnclosed = (text: string, value: Value): boolean =>
  value.kind === 'scalar' &&
  (value.style === 'single' || value.style === 'double') &&
  !isClosed(text, value.span.start, value.span.end);
