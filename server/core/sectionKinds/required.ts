/** Combines a profile and the other settings into one list of required sections and one of required report keys. */
import { profileReportKeys, profiles, type RequiredSection, type SectionSettings } from './profiles';
import { type ReportKeyKind, reportKeyOf, reportKeys } from './reportKeys';

/** The required sections in their order, without duplicates: those of the profile, then the others, with the children of both. */
export function requiredSections({ profile, require }: SectionSettings): readonly RequiredSection[] {
  const children = new Map<string, Set<string>>();
  for (const section of [...profiles[profile], ...require]) {
    const known = children.get(section.kind);
    children.set(section.kind, new Set([...(known ?? []), ...section.children]));
  }
  return [...children].map(([kind, wanted]) => ({ kind, children: [...wanted] }));
}

/**
 * The required keys of a report, in their order and without duplicates: those of the profile that are not listed, then the listed
 * ones.
 */
export function requiredReportKeys(
  { profile }: SectionSettings,
  listed: readonly ReportKeyKind[],
): readonly ReportKeyKind[] {
  const own = new Set(listed.map(({ key }) => key));
  return [...profileReportKeys[profile].filter((key) => !own.has(key)).map(reportKeyOf), ...listed];
}

/** The required keys in their order, with each other known key after the one that usually precedes it. */
export function inReportOrder(required: readonly ReportKeyKind[]): readonly ReportKeyKind[] {
  const all = [...required];
  for (const [i, kind] of reportKeys.entries()) {
    if (all.some(({ key }) => key === kind.key)) continue;
    const before = all.findIndex(({ key }) => key === reportKeys[i - 1]?.key);
    all.splice(before + 1, 0, kind);
  }
  return all;
}
