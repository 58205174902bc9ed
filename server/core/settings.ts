/** What a user may set, its defaults, and a reader that takes anything. */
import { rules } from './rules/index';
import type { Severity } from './rules/rule';

/** A rule's severity as set by the user; `off` silences it. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

export const defaults = {
  /** Rule id to level; rules that are not named keep their own severity. */
  rules: {} as Readonly<Record<string, Level>>,
  /** How many findings of one file are shown, at most. */
  maxFindings: 200,
  /** Whether the first line shows what becomes of the agent when its host loads it. */
  loadLens: true,
  format: {
    /** Whether formatting puts the keys of the header in order. */
    sortKeys: false,
  },
};

export type Settings = Readonly<typeof defaults>;

/** Settings from data of any shape: what cannot be used is replaced by its default. Never throws. */
export function parseSettings(value: unknown): Settings {
  if (!isRecord(value)) return defaults;
  const { rules: levelsByRule, maxFindings, loadLens, format } = value;
  return {
    rules: parseRules(levelsByRule),
    maxFindings: isCount(maxFindings) ? maxFindings : defaults.maxFindings,
    loadLens: typeof loadLens === 'boolean' ? loadLens : defaults.loadLens,
    format: { sortKeys: isRecord(format) && format['sortKeys'] === true },
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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000;
