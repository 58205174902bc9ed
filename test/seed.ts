/**
 * One seed for all property tests, so that runs are reproducible, and how many texts they try.
 * `FC_SEED=… npm test` tries other texts, `FC_TIMES=10 npm test` ten times as many.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_123) });

/** The parameters of a property that tries this many texts by default. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(usual * Number(process.env['FC_TIMES'] ?? 1)),
});
