/** Makes the parts of a SARIF result: levels, regions, locations and fixes. */
import type { LintFinding, Severity } from '../../../core/index';
import type { Kept } from '../../kept';
import { type Region, regionOf } from './region';

type Fix = NonNullable<LintFinding['fixes']>[number];

/** SARIF has three levels. */
export const levelOf = (severity: Severity): 'error' | 'warning' | 'note' =>
  severity === 'error' || severity === 'warning' ? severity : 'note';

/** The location of a file in SARIF. */
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

/** A fix, with a replacement per edit. The custom property `safe` says whether it is safe. */
export const fixOf = (source: Kept, { title, edits, safe }: Fix, artifactLocation: ArtifactLocation): object => ({
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
