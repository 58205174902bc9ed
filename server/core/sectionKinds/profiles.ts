/** Which sections a repository asks its agents to have: the shape of that wish, and the wishes that come with the product. */

import { generalReportKeys } from './reportKeys';

/** A section that must be there, and those that must be in it. */
export interface RequiredSection {
  /** `SectionKind.id`. */
  readonly kind: string;
  /** Kinds whose `parent` is this kind. */
  readonly children: readonly string[];
}

/** What the settings say about sections. */
export interface SectionSettings {
  readonly profile: 'none' | 'full';
  /** In the order in which they should be; they come on top of those of the profile. */
  readonly require: readonly RequiredSection[];
  /** Whether the sections must also be in that order. */
  readonly ordered: boolean;
}

/** Nothing is asked for. */
export const noSections: SectionSettings = { profile: 'none', require: [], ordered: false };

/** The sections of each profile, in their order. `full` is an agent that says what it may do, knows, does and answers. */
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

/** The keys that the report of an agent of each profile must have. */
export const profileReportKeys: Readonly<Record<SectionSettings['profile'], readonly string[]>> = {
  none: [],
  full: generalReportKeys,
};

/** What the examples of the rules about required sections ask for: two sections, the first with one in it, in this order. */
export const exampleSections: SectionSettings = {
  profile: 'none',
  require: [
    { kind: 'access-restrictions', children: ['forbidden-access'] },
    { kind: 'quality-assurance', children: [] },
  ],
  ordered: true,
};
