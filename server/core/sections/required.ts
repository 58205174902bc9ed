/** What the settings about sections come to: one list of required sections, out of a profile and single wishes. */
import { profiles, type RequiredSection, type SectionSettings } from './profiles';

/** The required sections in their order, each kind once: those of the profile, then the others, with the children of both. */
export function requiredSections({ profile, require }: SectionSettings): readonly RequiredSection[] {
  const children = new Map<string, Set<string>>();
  for (const section of [...profiles[profile], ...require]) {
    const known = children.get(section.kind);
    children.set(section.kind, new Set([...(known ?? []), ...section.children]));
  }
  return [...children].map(([kind, wanted]) => ({ kind, children: [...wanted] }));
}
