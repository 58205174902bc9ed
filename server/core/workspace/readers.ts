/** Which hosts find the agent of a card: its main reader, and those that read the file too. */
import type { Format } from '../hosts/host';
import { lazyFor } from '../text/lazy';
import type { Card } from './card';
import { detect } from './detect';
import { looksIn, togetherOf } from './tree';

/**
 * Whether sessions of a host find the agent under its name. A card says how the main reader sees the file; that another host loads
 * it too is taken for granted, because reading each file once for each host would cost more than the few files are worth in which
 * hosts differ.
 */
export const isFoundBy = (card: Card, { id }: Format['host']): boolean =>
  card.format.host.id === id || othersOf(card).has(id);

const othersOf = lazyFor((card: Card): ReadonlySet<string> => {
  const { name, path, tree, format: main } = card;
  if (tree.scope === 'plugin' || name === undefined) return new Set();
  const formats = detect(path).filter((format) => {
    const together = format.host.id === main.host.id ? undefined : togetherOf(format);
    const isKept = format.on.builtInName !== undefined && format.builtInAgents.includes(name);
    return format.kind === undefined && together !== undefined && !isKept && looksIn(together, path, tree);
  });
  return new Set(formats.map(({ host }) => host.id));
});
