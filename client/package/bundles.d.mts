/** The types of `bundles.mjs`, which Node runs as it is. */
import type { BuildOptions } from 'esbuild';

export const shipped: readonly BuildOptions[];
export const playgroundBundles: readonly BuildOptions[];
