/** What a person chooses when a new agent is made: the host, what the agent is for, and what it may do. */
import { fewest } from '../convert/fewest';
import type { ToolChoice } from '../hosts/creation';
import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';
import type { Ability } from '../hosts/tool';
import type { Preset } from './presets';

/** Every format of agents that can be made, the most usual host first. Of one host, those in a project come before those of plugins. */
export const newAgentFormats: readonly Format[] = hosts.flatMap(({ formats }) => {
  const all = formats.filter((format) => pathOf(format, 'a') !== undefined);
  return [
    ...all.filter(({ beside }) => beside === undefined).slice(0, 1),
    ...all.filter(({ beside }) => beside !== undefined),
  ];
});

/** The path of the file of a new agent, from the folder of the project or plugin on; undefined where it is not known. */
export function pathOf({ kind, creation, conversion }: Format, file: string): string | undefined {
  return kind === undefined || kind === 'agent' ? (creation ?? conversion)?.fileOf(file) : undefined;
}

/** What an agent may be allowed to do, in the order in which hosts offer it. */
export function toolChoicesOf({ tools, creation }: Format): readonly ToolChoice[] {
  return (
    creation?.limits?.choices ??
    Object.entries(tools)
      .filter(
        ([id, { subagents, status, offByDefault }]) =>
          creation?.always?.includes(id) !== true &&
          (subagents === 'always' || subagents === 'foreground') &&
          status === undefined &&
          offByDefault === undefined,
      )
      .map(([id, { summary, effect, asks, gives = [] }]) => ({
        id,
        summary,
        effect,
        ...(asks !== undefined && { asks }),
        gives,
      }))
  );
}

/**
 * What agents of a kind are usually allowed, of `toolChoicesOf`: a set that the host's users know, where one does, or else the
 * fewest tools.
 */
export function usualTools({ abilities, also = [] }: Preset, format: Format): readonly string[] {
  const choices = toolChoicesOf(format);
  const allowed = new Set([...abilities, ...also]);
  const givenBy = (ids: readonly string[]): readonly Ability[] =>
    choices.flatMap(({ id, gives }) => (ids.includes(id) ? gives : []));
  const few = fewest(choices, new Set(abilities), allowed);
  const wanted = givenBy(few);
  const usual = format.toolSets.find((set) => {
    const given = givenBy(set);
    return wanted.every((ability) => given.includes(ability)) && given.every((ability) => allowed.has(ability));
  });
  const chosen = usual ?? few;
  return choices.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
}
