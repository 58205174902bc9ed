/** Moves the items of columns up and down, so that they are near those that they lead to. */
import type { Neighborhood } from './layers';

/** How often the columns are moved towards their neighbors. */
const ROUNDS = 6;

/** The middle of each item, so that items of a column keep their order and distance and are near those that they lead to. */
export function middlesOf(
  layers: readonly (readonly number[])[],
  { before, after }: Neighborhood,
  heightOf: (item: number) => number,
  gap: number,
): ReadonlyMap<number, number> {
  const middles = new Map<number, number>();
  const offsets = layers.map((layer) => {
    let at = 0;
    return layer.map((item, i) => {
      const previous = layer[i - 1];
      if (previous !== undefined) at += (heightOf(previous) + heightOf(item)) / 2 + gap;
      return at;
    });
  });
  for (const [n, layer] of layers.entries())
    for (const [i, item] of layer.entries()) middles.set(item, offsets[n]?.[i] ?? 0);
  for (let round = 0; round < ROUNDS; round++) {
    const isForward = round % 2 === 0;
    const indexes = [...layers.keys()];
    for (const n of isForward ? indexes : indexes.reverse()) {
      const layer = layers[n] ?? [];
      const own = offsets[n] ?? [];
      const wanted = layer.map((item, i) => {
        const others = (isForward ? before : after).get(item) ?? [];
        const sum = others.reduce((total, other) => total + (middles.get(other) ?? 0), 0);
        return (others.length === 0 ? (middles.get(item) ?? 0) : sum / others.length) - (own[i] ?? 0);
      });
      for (const [i, value] of increasing(wanted).entries()) {
        const item = layer[i];
        if (item !== undefined) middles.set(item, value + (own[i] ?? 0));
      }
    }
  }
  return middles;
}

/** The numbers that never decrease and are nearest to the given ones, by least squares. */
function increasing(wanted: readonly number[]): readonly number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of wanted) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count <= block.sum / block.count) break;
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
