/** The setting `rules`: the severity of individual rules. */
import type { Severity } from '../../hosts/effect';
import { rules } from '../../rules/index';
import { quoted } from '../../text/quoted';
import { isRecord } from '../../text/records';
import { type Flaw, oneOf, type Parsed, type Setting, wholly } from './setting';

/** A rule's severity as set by the user; `off` disables the rule. */
export type Level = Severity | 'off';

/** Rule id to level; rules that are not named keep their own severity. */
export type Levels = Readonly<Record<string, Level>>;

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

const descriptions: Readonly<Record<Level, string>> = {
  error: 'Report as an error.',
  warning: 'Report as a warning.',
  information: 'Report as information.',
  hint: 'Report as a hint.',
  off: 'Do not report.',
};

const noLevels: Levels = {};

/** Per rule, so that a repository and a person can each set the rules they care about. */
export const ruleLevels: Setting<Levels> = {
  description:
    'Overrides the severity of individual rules. `off` disables a rule. Other rules keep their own severity.',
  // One schema for all rules keeps the manifest short; the names and their descriptions are completed from `propertyNames`.
  schema: {
    type: 'object',
    propertyNames: {
      enum: rules.map(({ id }) => id),
      enumDescriptions: rules.map(({ title, severity }) => `${title}. Default: ${severity}.`),
    },
    additionalProperties: {
      type: 'string',
      enum: levels,
      enumDescriptions: levels.map((level) => descriptions[level]),
    },
  },
  default: noLevels,
  scope: 'file',
  parse: parseLevels,
  over: (file, editor) => ({ ...file, ...editor }),
};

/** What a rule is about, in Markdown; empty for an id that no rule has. */
export function aboutRule(id: string): string {
  const rule = rules.find((one) => one.id === id);
  return rule === undefined ? '' : `**${rule.title}.** ${rule.why} Default severity: ${rule.severity}.`;
}

function parseLevels(value: unknown): Parsed<Levels> {
  if (!isRecord(value)) return { value: noLevels, flaws: wholly('must be an object with rule ids as keys') };
  const known = rules.flatMap(({ id }): readonly (readonly [string, Level])[] => {
    const level = Object.hasOwn(value, id) ? levels.find((one) => one === value[id]) : undefined;
    return level === undefined ? [] : [[id, level]];
  });
  const read = Object.fromEntries(known);
  const wrong = Object.keys(value).filter((id) => !Object.hasOwn(read, id));
  return { value: read, flaws: wrong.map(flawOf) };
}

const flawOf = (id: string): Flaw =>
  rules.some((rule) => rule.id === id)
    ? { says: `must set ${quoted(id)} to ${oneOf(levels)}`, at: [id] }
    : { says: `names ${quoted(id)}, which is not a rule`, at: [id], isKey: true };
