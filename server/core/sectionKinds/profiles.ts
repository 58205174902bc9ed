/** Section profiles: which sections a repository can require of its agents. */

import { generalReportKeys } from './reportKeys';

/** A required section, and its required sub-sections. */
export interface RequiredSection {
  /** `SectionKind.id`. */
  readonly kind: string;
  /** Kinds whose `parent` is this kind. */
  readonly children: readonly string[];
}

/** What the settings say about sections. */
export interface SectionSettings {
  readonly profile: 'none' | 'full';
  /** In their order; in addition to those of the profile. */
  readonly require: readonly RequiredSection[];
  /** Whether the sections must also be in that order. */
  readonly ordered: boolean;
}

/** Nothing is required. */
export const noSections: SectionSettings = { profile: 'none', require: [], ordered: false };

/** The sections of each profile, in their order. */
export const profiles: Readonly<Record<SectionSettings['profile'], readonly RequiredSection[]>> = {
  none: [],
  full: [
    { kind: 'access-restrictions', children: ['allowed-access', 'forbidden-access'] },
    { kind: 'expertise', children: ['technology-stack', 'architecture-patterns'] },
    { kind: 'implementation-standards', children: ['code-quality'] },
    {
      kind: 'task-execution-protocol',
      children: ['context-processing', 'implementation-process', 'delivery-standards'],
    },
    { kind: 'response-format', children: [] },
    {
      kind: 'quality-assurance',
      children: ['pre-delivery-checklist', 'performance-standards', 'security-standards'],
    },
  ],
};

/** The keys that each profile requires in the completion report. */
export const profileReportKeys: Readonly<Record<SectionSettings['profile'], readonly string[]>> = {
  none: [],
  full: generalReportKeys,
};

/** The requirements in the examples of the rules about sections: two sections in this order, the first with a sub-section. */
export const exampleSections: SectionSettings = {
  profile: 'none',
  require: [
    { kind: 'access-restrictions', children: ['forbidden-access'] },
    { kind: 'quality-assurance', children: [] },
  ],
  ordered: true,
};
