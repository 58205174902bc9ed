/** What is at an offset of a JSON text with comments, for completion and hover. */
import { createScanner, getLocation } from 'jsonc-parser';
import { type Span, span } from '../../text/span';
import type { JsonPath } from './editJson';

/** A place in the text. */
export interface JsonPlace {
  /** Keys and indexes from the outermost value; the last one is the key itself, also while it is being written. */
  readonly path: JsonPath;
  /** Whether it is a key, and not a value. */
  readonly isKey: boolean;
  /** What is written there, with its quotes; empty where nothing is. */
  readonly span: Span;
  /** Whether a colon follows. */
  readonly hasColon: boolean;
}

/** The place at an offset; undefined inside a comment. Never throws. */
export function placeAt(text: string, offset: number): JsonPlace | undefined {
  if (isInComment(text, offset)) return undefined;
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const isInside = previousNode !== undefined && offset <= previousNode.offset + previousNode.length;
  const isLeaf = previousNode?.type !== 'object' && previousNode?.type !== 'array';
  const at =
    isInside && isLeaf && offset >= previousNode.offset
      ? span(previousNode.offset, previousNode.offset + previousNode.length)
      : span(offset, offset);
  return { path, isKey: isAtPropertyKey, span: at, hasColon: /^\s*:/.test(text.slice(at.end)) };
}

function isInComment(text: string, offset: number): boolean {
  const scanner = createScanner(text, false);
  for (;;) {
    const end = text.length;
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (start >= offset || start >= end) return false;
    const stop = start + scanner.getTokenLength();
    const isLine = text.startsWith('//', start);
    if (isLine || text.startsWith('/*', start)) {
      if (offset < stop || (isLine && offset === stop)) return true;
    }
  }
}
