/** Puts a learned profile into the text of a configuration file. */
import {
  isRecord,
  reportKeys as knownKeys,
  type ReportKeyKind,
  readJson,
  type SectionSettings,
} from '../../../core/index';

/** What agents have in common. */
export interface Profile {
  readonly sections: SectionSettings;
  readonly reportKeys: readonly ReportKeyKind[];
}

/** The new text, or why there is none, as the end of a sentence. */
export type WithProfile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly message: string };

/**
 * The text with `sections` and `report` and all other keys unchanged; an error when the text is not a JSON object. Without report
 * keys `report` stays as it was. It is indented by two spaces; defaults are not written, and a byte order mark stays.
 */
export function withProfile(text: string, { sections: { require, ordered }, reportKeys }: Profile): WithProfile {
  const before = readJson(text);
  if (before.kind === 'error') return before;
  if (!isRecord(before.value)) return { kind: 'error', message: 'is not a JSON object' };
  const sections = {
    ...(ordered ? { ordered } : {}),
    require: require.map(({ kind, children }) => (children.length === 0 ? { kind } : { kind, children })),
  };
  const report = reportKeys.length === 0 ? {} : { report: { keys: reportKeys.map(written) } };
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { kind: 'text', text: `${mark}${JSON.stringify({ ...before.value, sections, ...report }, undefined, 2)}\n` };
}

/** Only the name, when it means the same. */
const written = ({ key, shape }: ReportKeyKind): unknown =>
  shape === (knownKeys.find((known) => known.key === key)?.shape ?? 'text') ? key : { key, shape };
