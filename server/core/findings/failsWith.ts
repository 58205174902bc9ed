/** What happens to a file that names a model which does not exist. */
import type { Format } from '../hosts/host';
import { nounOf } from '../hosts/nouns';

/** As a clause. An agent always runs on its model, others only in some cases. */
export const failsForGood = (format: Format): string =>
  format.kind === undefined
    ? 'the agent fails when it starts'
    : `the ${nounOf(format)} fails where it runs on this model`;

/** The same for a name that a gateway may serve. */
export const failsWith = (format: Format): string =>
  format.models.onUnknown ?? `${failsForGood(format)}, unless a gateway serves this model`;
