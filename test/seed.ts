/**
 * One seed for all property tests, so that a run says the same twice, and how many texts they try.
 * `FC_SEED=… npm test` looks elsewhere, `FC_TIMES=10 npm test` ten times as far.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_123) });

/** The parameters of a property that tries so many texts, unless somebody asks for more. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(usual * Number(process.env['FC_TIMES'] ?? 1)),
});
