/** The hosts that an agent can be written for. */
import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';

/** The format of the agents of each host that can be written, by the id of the host. */
export const conversionTargets: Readonly<Record<string, Format>> = Object.fromEntries(
  hosts.flatMap(({ id, formats }) => {
    const target = formats.find(({ conversion }) => conversion !== undefined);
    return target === undefined ? [] : [[id, target]];
  }),
);
