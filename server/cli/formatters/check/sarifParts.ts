/** The parts of which a SARIF result consists: levels, regions, locations and fixes. */
import type { AgentFile, LintFinding, Severity } from '../../../core/index';
import { type Region, regionOf } from './region';

type Source = AgentFile['source'];
type Fix = NonNullable<LintFinding['fixes']>[number];

/** SARIF has three levels. */
export const levelOf = (severity: Severity): 'error' | 'warning' | 'note' =>
  severity === 'error' || severity === 'warning' ? severity : 'note';

/** Where a file is, as SARIF says it. */
export interface ArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

/** A region of a file. */
export const locationOf = (
  artifactLocation: ArtifactLocation,
  region: Region,
): { readonly physicalLocation: object } => ({ physicalLocation: { artifactLocation, region } });

/** A fix, with each of its edits as a replacement; whether it is safe is a property of ours. */
export const fixOf = (source: Source, { title, edits, safe }: Fix, artifactLocation: ArtifactLocation): object => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation,
      replacements: edits.map(({ span, newText }) => ({
        deletedRegion: regionOf(source, span),
        insertedContent: { text: newText },
      })),
    },
  ],
  properties: { safe },
});
