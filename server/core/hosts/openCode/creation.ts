/** What a new agent of OpenCode or Kilo may be allowed to do: the keys of its permissions. */
import type { Creation, ToolChoice } from '../creation';
import type { Permissions } from '../host';
import { lookup } from '../lookup';
import type { Tool } from '../tool';

/**
 * @param fileOf The path of a new file.
 * @param tools Of the host.
 * @param permissions What its keys decide about.
 */
export function creationFor(
  fileOf: Creation['fileOf'],
  tools: Readonly<Record<string, Tool>>,
  { keys }: Permissions,
): Creation {
  const given = Object.entries(tools).filter(([, { status, offByDefault }]) => status === undefined && !offByDefault);
  const byKey = new Map<string, readonly Tool[]>();
  for (const [name, tool] of given) {
    const key = tool.permission ?? name;
    byKey.set(key, [...(byKey.get(key) ?? []), tool]);
  }
  const choices = [...byKey].flatMap(([id, ofKey]): readonly ToolChoice[] => {
    const [first] = ofKey;
    if (first === undefined) return [];
    const { summary, effect } = first;
    return [
      { id, summary: lookup(keys, id)?.summary ?? summary, effect, gives: ofKey.flatMap(({ gives = [] }) => gives) },
    ];
  });
  return {
    fileOf,
    limits: {
      choices,
      always: [],
      // The last key that matches counts, so everything is denied first.
      fieldsFor: (chosen) => ({
        permission: Object.fromEntries([['*', 'deny'], ...chosen.map((key) => [key, 'allow'])]),
      }),
      isOpen: true,
    },
  };
}
