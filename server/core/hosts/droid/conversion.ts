/** How an agent is written for Factory droid. */
import type { Conversion } from '../conversion';

export const droidConversion: Conversion = {
  fileOf: (name) => `.factory/droids/${name}.md`,
  models: { inherit: 'inherit' },
};
