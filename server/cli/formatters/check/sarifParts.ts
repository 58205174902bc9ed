/** The parts of which a SARIF result consists: levels, regions, locations and fixes. */
import { type AgentFile, type LintFinding, rangeOf, type Severity } from '../../../core/index';

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

/** Lines and columns count from one, in UTF-16 code units; the end column is the one after the last. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The region of a span. A byte order mark does not count. */
export function regionOf(source: Source, span: LintFinding['span']): Region {
  const { start, end } = rangeOf(source, span);
  const hasMark = source.text.startsWith('\uFEFF');
  const column = ({ line, character }: typeof start): number =>
    Math.max(0, character - (hasMark && line === 0 ? 1 : 0)) + 1;
  return {
    startLine: start.line + 1,
    startColumn: column(start),
    endLine: end.line + 1,
    endColumn: column(end),
  };
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
