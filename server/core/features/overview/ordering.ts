/** Orders the items of each layer so that few edges between neighboring layers cross. */
import type { Neighborhood } from './layers';

type Neighbors = Neighborhood['before'];

/** How often all layers are sorted, forwards and backwards in turn. */
const SWEEPS = 8;

/** The layers, each sorted by the average place of the neighbors of its items; the best order that was seen. */
export function orderedIn(
  layers: readonly (readonly number[])[],
  { before, after }: Neighborhood,
): readonly (readonly number[])[] {
  let order = layers.map((layer) => [...layer]);
  let best = order;
  let fewest = crossingsIn(order, after);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const isForward = sweep % 2 === 0;
    const places = new Map<number, number>();
    const place = (layer: readonly number[]): void => {
      for (const [i, item] of layer.entries()) places.set(item, i);
    };
    order = order.map((layer) => [...layer]);
    for (const layer of isForward ? order : order.toReversed()) {
      place(layer);
      const averages = new Map(
        layer.map((item, i) => {
          const others = (isForward ? before : after).get(item) ?? [];
          const sum = others.reduce((total, other) => total + (places.get(other) ?? 0), 0);
          return [item, others.length === 0 ? i : sum / others.length];
        }),
      );
      // Stable, so that items with one average keep their order.
      layer.sort((a, b) => (averages.get(a) ?? 0) - (averages.get(b) ?? 0));
      place(layer);
    }
    const crossings = crossingsIn(order, after);
    if (crossings < fewest) [best, fewest] = [order, crossings];
  }
  return best;
}

/** How many pairs of edges cross, counted with a tree of sums, so that the work is nearly linear. */
function crossingsIn(layers: readonly (readonly number[])[], after: Neighbors): number {
  let crossings = 0;
  for (const [n, layer] of layers.entries()) {
    const next = new Map((layers[n + 1] ?? []).map((item, i) => [item, i]));
    const ends = layer.flatMap((item) =>
      (after.get(item) ?? []).flatMap((other) => next.get(other) ?? []).sort((a, b) => a - b),
    );
    const sums = new Array<number>(next.size + 1).fill(0);
    for (const [seen, end] of ends.entries()) {
      let notAfter = 0;
      for (let i = end + 1; i > 0; i -= i & -i) notAfter += sums[i] ?? 0;
      crossings += seen - notAfter;
      for (let i = end + 1; i <= next.size; i += i & -i) sums[i] = (sums[i] ?? 0) + 1;
    }
  }
  return crossings;
}
