/** Puts the nodes of a directed graph into layers, so that every edge leads to a later one. */

export interface Link {
  readonly from: number;
  readonly to: number;
}

export interface Layers {
  /** Items by layer: nodes by their numbers, and after those the places where an edge passes a layer. */
  readonly layers: readonly (readonly number[])[];
  /** For each edge the items that it goes through, one in each layer. One that closes a circle is turned around. */
  readonly chains: readonly { readonly items: readonly number[]; readonly isReversed: boolean }[];
}

/** With more places than that, edges go straight, so that the work stays in proportion to what is shown. */
const MOST_PASSING = 5_000;

/** @param edges None leads from a node to itself. */
export function layersOf(count: number, edges: readonly Link[]): Layers {
  const turned = withoutCircles(count, edges);
  const ranks = ranksOf(count, turned);
  const layers: number[][] = [];
  for (const [node, rank] of ranks.entries()) {
    for (let missing = layers.length; missing <= rank; missing++) layers.push([]);
    layers[rank]?.push(node);
  }
  let next = count;
  const chains = turned.map(({ from, to, isReversed }) => {
    const items = [from];
    for (let rank = (ranks[from] ?? 0) + 1; rank < (ranks[to] ?? 0) && next < count + MOST_PASSING; rank++) {
      layers[rank]?.push(next);
      items.push(next++);
    }
    return { items: [...items, to], isReversed };
  });
  return { layers, chains };
}

interface Turned extends Link {
  readonly isReversed: boolean;
}

/** Turns the edges around that lead back to a node on the way to them. Starts at nodes to which nothing leads. */
function withoutCircles(count: number, edges: readonly Link[]): readonly Turned[] {
  const outgoing: { readonly to: number; readonly edge: number }[][] = Array.from({ length: count }, () => []);
  const incoming = new Array<number>(count).fill(0);
  for (const [edge, { from, to }] of edges.entries()) {
    outgoing[from]?.push({ to, edge });
    incoming[to] = (incoming[to] ?? 0) + 1;
  }
  const state: ('open' | 'done' | undefined)[] = Array.from({ length: count });
  const back = new Set<number>();
  const starts = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => Number((incoming[a] ?? 0) > 0) - Number((incoming[b] ?? 0) > 0) || a - b,
  );
  for (const start of starts) {
    if (state[start] !== undefined) continue;
    state[start] = 'open';
    const path = [{ node: start, at: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = outgoing[step.node]?.[step.at++];
      if (next === undefined) {
        state[step.node] = 'done';
        path.pop();
      } else if (state[next.to] === 'open') back.add(next.edge);
      else if (state[next.to] === undefined) {
        state[next.to] = 'open';
        path.push({ node: next.to, at: 0 });
      }
    }
  }
  return edges.map(({ from, to }, edge) =>
    back.has(edge) ? { from: to, to: from, isReversed: true } : { from, to, isReversed: false },
  );
}

/** The length of the longest way to each node. */
function ranksOf(count: number, edges: readonly Link[]): readonly number[] {
  const outgoing: number[][] = Array.from({ length: count }, () => []);
  const left = new Array<number>(count).fill(0);
  for (const { from, to } of edges) {
    outgoing[from]?.push(to);
    left[to] = (left[to] ?? 0) + 1;
  }
  const ranks = new Array<number>(count).fill(0);
  const ready = Array.from({ length: count }, (_, i) => i).filter((node) => left[node] === 0);
  for (const node of ready)
    for (const to of outgoing[node] ?? []) {
      ranks[to] = Math.max(ranks[to] ?? 0, (ranks[node] ?? 0) + 1);
      left[to] = (left[to] ?? 0) - 1;
      if (left[to] === 0) ready.push(to);
    }
  return ranks;
}

/** The items before and after each item along the edges. */
export function neighborsOf(chains: Layers['chains']): Neighborhood {
  const [before, after] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const add = (to: Map<number, number[]>, item: number, other: number): void => {
    const known = to.get(item);
    if (known === undefined) to.set(item, [other]);
    else known.push(other);
  };
  for (const { items } of chains)
    for (const [i, item] of items.entries()) {
      const next = items[i + 1];
      if (next === undefined) continue;
      add(after, item, next);
      add(before, next, item);
    }
  return { before, after };
}

export interface Neighborhood {
  readonly before: ReadonlyMap<number, readonly number[]>;
  readonly after: ReadonlyMap<number, readonly number[]>;
}
