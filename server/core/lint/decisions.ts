/** Which file, and which place in it, decides each setting of a file. */
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import { isRecord } from '../text/records';
import type { Lines } from '../text/source';
import type { Span } from '../text/span';
import { matchesPatterns } from '../workspace/patterns';
import { type Configuration, pathWithin, settingsAt } from './configuration';
import type { Given } from './settings';
import { isNewerThan } from './settings/version';

/** A place in a configuration file. */
export interface DecidingPlace {
  readonly path: string;
  readonly lines: Lines;
  readonly span: Span;
}

/** A setting that a configuration file sets. Rules and lists of allowed names are settings of their own. */
export interface Decision {
  /** As in messages: `maxFindings`, `rules.name-file`, `allow.tools`. */
  readonly name: string;
  readonly value: unknown;
  /** What has priority comes last; several places only where values are joined. */
  readonly places: readonly DecidingPlace[];
}

/** Settings whose keys are decided one by one. */
const BY_KEY: readonly string[] = ['rules', 'allow', 'files'];

/** Settings of which all places count. */
const JOINED: readonly string[] = ['allow'];

/** Whether the file at a path is checked, which rules `version` leaves off, and the settings that configuration files set for it, in the order of their names. */
export function decisionsAt(
  configuration: Configuration,
  path: string,
): {
  readonly isIgnored: boolean;
  readonly decisions: readonly Decision[];
  /** The rules that are off because they are newer than `version`. */
  readonly newer: readonly Rule[];
} {
  const inner = pathWithin(configuration, path);
  const places = new Map<string, readonly DecidingPlace[]>();
  const decide = (given: Given, spanOf: (name: string) => Span, file: Omit<DecidingPlace, 'span'>): void => {
    for (const [setting, value] of Object.entries(given))
      for (const name of namesIn(setting, value)) {
        const before = JOINED.includes(setting) ? (places.get(name) ?? []) : [];
        places.set(name, [...before, { ...file, span: spanOf(name) }]);
      }
  };
  for (const { path: file, lines, given, version, overrides, spanOf } of configuration.layers) {
    if (version !== undefined) places.set('version', [{ path: file, lines, span: spanOf([], 'version') }]);
    decide(given, (name) => spanOf([], name), { path: file, lines });
    for (const override of overrides)
      if (matchesPatterns(inner, override.files))
        decide(override.given, (name) => spanOf(['overrides', override.index], name), { path: file, lines });
  }
  const settings = settingsAt(configuration, path);
  const decisions = [...places].map(([name, some]) => ({ name, value: valueAt(settings, name), places: some }));
  return {
    isIgnored: settings.isIgnored === true,
    newer: rules.filter((rule) => settings.rules[rule.id] === undefined && isNewerThan(rule, settings.version)),
    decisions: decisions.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The names of what a setting decides. */
const namesIn = (setting: string, value: unknown): readonly string[] =>
  BY_KEY.includes(setting) && isRecord(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        Array.isArray(inner) && inner.length === 0 ? [] : [`${setting}.${key}`],
      )
    : [setting];

function valueAt(settings: unknown, name: string): unknown {
  const dot = name.indexOf('.');
  const [group, key] = dot < 0 ? [name, undefined] : [name.slice(0, dot), name.slice(dot + 1)];
  const outer = isRecord(settings) ? settings[group] : undefined;
  return key === undefined ? outer : isRecord(outer) ? outer[key] : undefined;
}
