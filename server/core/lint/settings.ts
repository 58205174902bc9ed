/** What a user may set, its defaults, and a reader that takes anything. */

import { noBudgets, type TokenBudgets } from '../agent/tokenBudgets';
import type { Severity } from '../hosts/effect';
import { rules } from '../rules/index';
import { catalogue } from '../sectionKinds/catalogue';
import { noSections, type RequiredSection, type SectionSettings } from '../sectionKinds/profiles';
import { type ReportKeyKind, reportKeyOf } from '../sectionKinds/reportKeys';
import { type ListStyle, listStyles } from '../syntax/lists/style';

/** A rule's severity as set by the user; `off` silences it. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Where the editor shows how large a part is: nowhere, at the description alone, or at body and sections too. */
export type TokenHints = 'off' | 'description' | 'all';

/** The choices, each with what a person reads of it. */
export const tokenHints: Readonly<Record<TokenHints, string>> = {
  off: 'Nothing.',
  description: 'The size of the description, which every conversation carries.',
  all: 'The sizes of the description, of the body (behind the dashes above it) and of its sections.',
};

/** How sizes are shown and judged. */
export interface TokenSettings extends TokenBudgets {
  readonly inlayHints: TokenHints;
}

// Numbers between the words of a text are a matter of taste, so that only the one for which every conversation pays is shown unasked.
const defaultTokens: TokenSettings = { inlayHints: 'description', ...noBudgets };
/** In which style formatting writes lists of names; `keep` leaves each as it is. */
export type ListStyleSetting = 'keep' | ListStyle;

export const listStyleSettings: readonly ListStyleSetting[] = ['keep', ...listStyles];

/** What formatting does beyond blanks and commas. */
export interface FormatSettings {
  /** Whether the keys of the header are put in order: what the host demands, then as the dialect lists them, then the others. */
  readonly sortKeys: boolean;
  readonly listStyle: ListStyleSetting;
}

const plainFormat: FormatSettings = { sortKeys: false, listStyle: 'keep' };

export const defaults = {
  /** Rule id to level; rules that are not named keep their own severity. */
  rules: {} as Readonly<Record<string, Level>>,
  /** How many findings of one file are shown, at most. */
  maxFindings: 200,
  /** The body sections that agents must have. */
  sections: noSections,
  report: {
    /** The keys that the completion report of an agent must have, in their order; on top of those of the profile. */
    keys: [] as readonly ReportKeyKind[],
  },
  /** Whether the first line shows what becomes of the agent when its host loads it. */
  loadLens: true,
  /** How large the parts of an agent may be, and where their sizes are shown. */
  tokens: defaultTokens,
  /** What formatting does beyond blanks and commas. */
  format: plainFormat,
};

export type Settings = Readonly<typeof defaults>;

/** Settings from data of any shape: what cannot be used is replaced by its default. Never throws. */
export function parseSettings(value: unknown): Settings {
  if (!isRecord(value)) return defaults;
  const { rules: levelsByRule, maxFindings, sections, report, loadLens, tokens, format } = value;
  return {
    rules: parseRules(levelsByRule),
    maxFindings: isCount(maxFindings) ? maxFindings : defaults.maxFindings,
    sections: parseSections(sections),
    report: { keys: parseReportKeys(isRecord(report) ? report['keys'] : undefined) },
    loadLens: typeof loadLens === 'boolean' ? loadLens : defaults.loadLens,
    tokens: parseTokens(tokens),
    format: parseFormat(format),
  };
}

function parseFormat(value: unknown): FormatSettings {
  if (!isRecord(value)) return plainFormat;
  const { sortKeys, listStyle } = value;
  return {
    sortKeys: sortKeys === true,
    listStyle: listStyleSettings.find((style) => style === listStyle) ?? plainFormat.listStyle,
  };
}

function parseRules(value: unknown): Settings['rules'] {
  if (!isRecord(value)) return defaults.rules;
  const known = rules.flatMap((rule): readonly (readonly [string, Level])[] => {
    const level = Object.hasOwn(value, rule.id) ? value[rule.id] : undefined;
    return isLevel(level) ? [[rule.id, level]] : [];
  });
  return Object.fromEntries(known);
}

/** The names of the profiles. */
export const profileNames: readonly SectionSettings['profile'][] = ['none', 'full'];

/** Kinds that there are not, and children that belong elsewhere, are left out. */
function parseSections(value: unknown): SectionSettings {
  if (!isRecord(value)) return noSections;
  const { profile, require, ordered } = value;
  return {
    profile: profileNames.find((name) => name === profile) ?? noSections.profile,
    require: (Array.isArray(require) ? require : []).slice(0, catalogue.length).flatMap(parseRequired),
    ordered: ordered === true,
  };
}

function parseRequired(value: unknown): readonly RequiredSection[] {
  if (!isRecord(value)) return [];
  const { kind: id, children } = value;
  const kind = catalogue.find((one) => one.id === id);
  if (kind === undefined) return [];
  const asked: ReadonlySet<unknown> = new Set(Array.isArray(children) ? children : []);
  const own = new Set(catalogue.flatMap((one) => (one.parent === kind.id ? [one.id] : [])));
  return [
    { kind: kind.id, children: [...asked].filter((one): one is string => typeof one === 'string' && own.has(one)) },
  ];
}

/** Bounds of what is read of a wish for report keys. */
const MAX_KEYS = 100;
const MAX_TEXT = 500;

/** Keys that no report could have, and those that come a second time, are left out. */
function parseReportKeys(value: unknown): readonly ReportKeyKind[] {
  const found = new Map<string, ReportKeyKind>();
  for (const one of (Array.isArray(value) ? value : []).slice(0, MAX_KEYS)) {
    const { key, shape, summary, place } = isRecord(one) ? { ...noKey, ...one } : { ...noKey, key: one };
    if (typeof key !== 'string' || !/^[\w-]{1,64}$/.test(key) || found.has(key)) continue;
    const known = reportKeyOf(key);
    found.set(key, {
      key,
      shape: shape === 'list' || shape === 'text' ? shape : known.shape,
      summary: shortText(summary) ?? known.summary,
      place: shortText(place) ?? known.place,
    });
  }
  return [...found.values()];
}

const noKey = { key: undefined, shape: undefined, summary: undefined, place: undefined };

/** Text for one line that stands in quotes; undefined when it is none. */
const shortText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT && !/["\\\r\n]/.test(value)
    ? value.trim()
    : undefined;
function parseTokens(value: unknown): TokenSettings {
  if (!isRecord(value)) return defaults.tokens;
  const { inlayHints, descriptionBudget, bodyBudget, sectionBudget } = value;
  return {
    inlayHints: isTokenHints(inlayHints) ? inlayHints : defaults.tokens.inlayHints,
    descriptionBudget: parseBudget(descriptionBudget),
    bodyBudget: parseBudget(bodyBudget),
    sectionBudget: parseBudget(sectionBudget),
  };
}

/** More tokens than any model reads at once; a larger budget is a mistake. */
export const MAX_BUDGET = 1_000_000;

const parseBudget = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_BUDGET ? value : null;

/**
 * The editor's settings over those of the configuration file. A setting of the editor that has its default value counts as
 * not set, because editors send their defaults too; levels of rules are joined rule by rule.
 */
export const settingsOver = (file: Settings, own: Settings): Settings => ({
  ...own,
  rules: { ...file.rules, ...own.rules },
  maxFindings: own.maxFindings === defaults.maxFindings ? file.maxFindings : own.maxFindings,
  sections: {
    profile: own.sections.profile === noSections.profile ? file.sections.profile : own.sections.profile,
    require: own.sections.require.length === 0 ? file.sections.require : own.sections.require,
    ordered: own.sections.ordered || file.sections.ordered,
  },
  report: own.report.keys.length === 0 ? file.report : own.report,
  tokens: {
    inlayHints: own.tokens.inlayHints,
    descriptionBudget: own.tokens.descriptionBudget ?? file.tokens.descriptionBudget,
    bodyBudget: own.tokens.bodyBudget ?? file.tokens.bodyBudget,
    sectionBudget: own.tokens.sectionBudget ?? file.tokens.sectionBudget,
  },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);

const isTokenHints = (value: unknown): value is TokenHints =>
  typeof value === 'string' && Object.hasOwn(tokenHints, value);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000;
