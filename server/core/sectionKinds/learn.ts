/** Learns from existing agents which sections the agents of a repository have, and in which order. */
import type { AgentFile } from '../syntax/tree';
import { catalogue } from './catalogue';
import { knownSections } from './known';
import type { RequiredSection, SectionSettings } from './profiles';

/** The percentage of agents that must have a section, or follow the order, for it to be required. */
export const USUAL_PERCENT = 80;

/**
 * The settings that most of the agents already satisfy: the sections that at least `USUAL_PERCENT` of them have, in the order of
 * their mean position, and whether at least as many have them in exactly that order. Linear in the number of headings.
 */
export function learnSections(files: readonly AgentFile[]): SectionSettings {
  const isCustom = (count: number): boolean => isUsual(count, files.length);
  const kindsByFile = files.map((file) => [...new Set(knownSections(file).map(({ kind }) => kind.id))]);
  const count = new Map<string, number>();
  for (const id of kindsByFile.flat()) count.set(id, (count.get(id) ?? 0) + 1);
  const usual = new Set([...count].flatMap(([id, times]) => (isCustom(times) ? [id] : [])));
  const orders = kindsByFile.map((ids) => ids.filter((id) => usual.has(id)));
  const kinds = inMeanOrder(orders);
  const required = kinds.flatMap((id): readonly RequiredSection[] => {
    const parent = parentOf(id);
    if (parent !== undefined && usual.has(parent)) return [];
    return [{ kind: id, children: kinds.filter((child) => parentOf(child) === id) }];
  });
  const lists = [required.map(({ kind }) => kind), ...required.map(({ children }) => children)];
  const ordered = isCustom(orders.filter((ids) => lists.every((list) => keeps(ids, list))).length);
  return { profile: 'none', require: required, ordered: required.length > 0 && ordered };
}

/** Whether `count` of `all` are enough. */
export const isUsual = (count: number, all: number): boolean => all > 0 && count * 100 >= all * USUAL_PERCENT;

/** The ids of all lists, by their mean position in these lists. */
export function inMeanOrder(lists: readonly (readonly string[])[]): readonly string[] {
  const places = new Map<string, { sum: number; count: number }>();
  for (const list of lists) {
    for (const [i, id] of list.entries()) {
      const { sum, count } = places.get(id) ?? { sum: 0, count: 0 };
      places.set(id, { sum: sum + (i + 0.5) / list.length, count: count + 1 });
    }
  }
  const mean = ({ sum, count }: { readonly sum: number; readonly count: number }): number => sum / count;
  return [...places].sort(([, a], [, b]) => mean(a) - mean(b)).map(([id]) => id);
}

/** Whether those of `ids` that are in `order` are in that order. */
function keeps(ids: readonly string[], order: readonly string[]): boolean {
  const ranks = ids.map((id) => order.indexOf(id)).filter((rank) => rank >= 0);
  return ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] ?? -1));
}

const parentOf = (id: string): string | undefined => catalogue.find((kind) => kind.id === id)?.parent;
