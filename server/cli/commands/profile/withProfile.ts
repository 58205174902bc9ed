/** Puts a learned profile into the text of a configuration file. */
import { reportKeys as knownKeys, type ReportKeyKind, type SectionSettings } from '../../../core/index';

/** What agents have in common. */
export interface Profile {
  readonly sections: SectionSettings;
  readonly reportKeys: readonly ReportKeyKind[];
}

/**
 * The text with `sections` and `report` and all other keys unchanged, or undefined when the text is not a JSON object.
 * Without report keys `report` stays as it was. It is indented by two spaces; defaults are not written.
 */
export function withProfile(text: string, { sections: { require, ordered }, reportKeys }: Profile): string | undefined {
  let before: unknown;
  try {
    before = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return undefined;
  const sections = {
    ...(ordered ? { ordered } : {}),
    require: require.map(({ kind, children }) => (children.length === 0 ? { kind } : { kind, children })),
  };
  const report = reportKeys.length === 0 ? {} : { report: { keys: reportKeys.map(written) } };
  return `${JSON.stringify({ ...before, sections, ...report }, undefined, 2)}\n`;
}

/** Only the name, when it means the same. */
const written = ({ key, shape }: ReportKeyKind): unknown =>
  shape === (knownKeys.find((known) => known.key === key)?.shape ?? 'text') ? key : { key, shape };
