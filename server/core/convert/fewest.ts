/** Chooses tools by what they give. */
import type { Ability } from '../hosts/tool';

/** A tool, or something like one, with what an agent can do with it. */
interface Giving {
  readonly id: string;
  readonly gives: readonly Ability[];
}

/**
 * The fewest tools that give as much of what is wanted as is possible with what is allowed, those that give most first.
 * @param allowed Tools that give anything else are not used.
 */
export function fewest(
  tools: readonly Giving[],
  wanted: ReadonlySet<Ability>,
  allowed: ReadonlySet<Ability> = wanted,
): readonly string[] {
  const left = new Set(wanted);
  const usable = tools.filter(({ gives }) => gives.every((ability) => allowed.has(ability)));
  const found: string[] = [];
  while (left.size > 0) {
    const count = ({ gives }: Giving): number => gives.filter((one) => left.has(one)).length;
    const best = usable.reduce<Giving | undefined>(
      (most, one) => (count(one) > (most === undefined ? 0 : count(most)) ? one : most),
      undefined,
    );
    if (best === undefined) break;
    found.push(best.id);
    for (const ability of best.gives) left.delete(ability);
  }
  return found;
}
