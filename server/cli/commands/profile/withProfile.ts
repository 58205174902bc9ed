/** Puts a learned profile into the text of a configuration file. */
import {
  applyEdits,
  configurationEdit,
  reportKeys as knownKeys,
  parseConfiguration,
  type ReportKeyKind,
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
 * The text with `sections` and `report.keys` and everything else unchanged, comments included; an error when the text is no
 * configuration. Without report keys `report` stays as it was. Defaults are not written.
 * @param text Null when there is no file yet.
 */
export function withProfile(text: string | null, { sections: { require, ordered }, reportKeys }: Profile): WithProfile {
  const read = parseConfiguration(text ?? '{}');
  if (read.kind === 'error') return read;
  const sections = {
    ...(ordered ? { ordered } : {}),
    require: require.map(({ kind, children }) => (children.length === 0 ? { kind } : { kind, children })),
  };
  const once = edited(text, ['sections'], sections);
  const twice = reportKeys.length === 0 ? once : edited(once ?? text, ['report', 'keys'], reportKeys.map(written));
  return twice === undefined
    ? { kind: 'error', message: 'has a `report` that is not an object' }
    : { kind: 'text', text: twice };
}

function edited(text: string | null, path: readonly string[], value: unknown): string | undefined {
  const edits = configurationEdit(text, path, value);
  return edits && applyEdits(text ?? '', edits);
}

/** Only the name, when it means the same. */
const written = ({ key, shape }: ReportKeyKind): unknown =>
  shape === (knownKeys.find((known) => known.key === key)?.shape ?? 'text') ? key : { key, shape };
