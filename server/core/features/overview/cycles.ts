/** Finds the circles of a directed graph. */

interface Edge {
  readonly from: number;
  readonly to: number;
}

export interface Cycles {
  /** For each node the number of its group: nodes of a group lead to each other. Undefined for a node that is in no circle. */
  readonly groups: readonly (number | undefined)[];
  /** Of each group a shortest circle through its first node, without that node at the end. */
  readonly cycles: readonly (readonly number[])[];
}

/** @param count How many nodes there are; edges name them by numbers from 0. */
export function cyclesOf(count: number, edges: readonly Edge[]): Cycles {
  const targets: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of edges) targets[from]?.push(to);
  const components = componentsOf(targets);
  const groups: (number | undefined)[] = Array.from({ length: count });
  const cycles: number[][] = [];
  for (const component of components) {
    const [first] = component;
    if (first === undefined || (component.length === 1 && targets[first]?.includes(first) !== true)) continue;
    for (const node of component) groups[node] = cycles.length;
    cycles.push(wayBack(first, targets));
  }
  return { groups, cycles };
}

/** Tarjan's strongly connected components, each sorted, in the order of their first nodes. Without recursion: chains may be long. */
function componentsOf(targets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order: (number | undefined)[] = Array.from({ length: targets.length });
  const low: number[] = [];
  const isOpen: boolean[] = [];
  const open: number[] = [];
  const found: number[][] = [];
  let next = 0;
  const enter = (node: number): { readonly node: number; at: number } => {
    order[node] = next;
    low[node] = next++;
    open.push(node);
    isOpen[node] = true;
    return { node, at: 0 };
  };
  for (let root = 0; root < targets.length; root++) {
    if (order[root] !== undefined) continue;
    const path = [enter(root)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node } = step;
      const target = targets[node]?.[step.at++];
      if (target !== undefined) {
        const seen = order[target];
        if (seen === undefined) path.push(enter(target));
        else if (isOpen[target] === true) low[node] = Math.min(low[node] ?? 0, seen);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const component = open.splice(open.lastIndexOf(node));
      for (const one of component) isOpen[one] = false;
      found.push(component.sort((a, b) => a - b));
    }
  }
  return found.sort(([a = 0], [b = 0]) => a - b);
}

/** A shortest way from a node back to it. */
function wayBack(start: number, targets: readonly (readonly number[])[]): number[] {
  const before = new Map<number, number>();
  const waiting = [start];
  for (const node of waiting) {
    for (const target of targets[node] ?? []) {
      if (target === start) {
        const way = [node];
        for (let one = before.get(node); one !== undefined; one = before.get(one)) way.push(one);
        return way.reverse();
      }
      if (before.has(target)) continue;
      before.set(target, node);
      waiting.push(target);
    }
  }
  return [start];
}
