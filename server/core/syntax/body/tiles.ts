/** Collects blocks so that they tile the body: each begins where the one before ends. */
import type { Block, BlockKind } from '../tree';

export interface Tiles {
  readonly blocks: readonly Block[];
  /** Ends a block of `kind` at offset `end`; nothing happens when the block would be empty. */
  add(kind: BlockKind, end: number, depth: number): void;
}

/** Tiles from offset `start` on. Runs of text lines, and of blank lines, of one depth are one block. */
export function tilesFrom(start: number): Tiles {
  const blocks: Block[] = [];
  return {
    blocks,
    add(kind, end, depth) {
      const last = blocks.at(-1);
      const from = last?.span.end ?? start;
      if (end <= from) return;
      const joins = (kind === 'paragraph' || kind === 'blank') && last?.kind === kind && last.depth === depth;
      if (joins) blocks.pop();
      blocks.push({ kind, span: { start: joins ? last.span.start : from, end }, depth });
    },
  };
}
