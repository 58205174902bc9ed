/** Which rules run for a file, at which severity, and what they find. */
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import type { Format } from '../hosts/host';
import {
  type AcrossRule,
  type AcrossSkillsRule,
  type FileRule,
  isAbout,
  isAcross,
  isAcrossSkills,
  isFileRule,
  isPortability,
  type PortabilityRule,
  type Rule,
} from '../rules/rule';
import { lazyFor } from '../text/lazy';
import type { Failure, LintFinding } from './lintFinding';
import type { Settings } from './settings';
import { isNewerThan } from './settings/version';

/** What some rules find. The findings of one that throws are left out. */
export function ran<R extends Rule>(
  some: readonly RuleAtLevel<R>[],
  failures: Failure[],
  find: (rule: R) => Iterable<Finding>,
): readonly LintFinding[] {
  const found: LintFinding[] = [];
  for (const { rule, level } of some) {
    const before = found.length;
    try {
      for (const finding of find(rule))
        found.push({ ...finding, rule: rule.id, severity: level ?? finding.severity ?? rule.severity });
    } catch (error) {
      found.length = before;
      failures.push({ rule: rule.id, error });
    }
  }
  return found;
}

/** A rule with the severity that the settings give it; undefined when they leave it to the rule. */
export interface RuleAtLevel<R extends Rule = Rule> {
  readonly rule: R;
  readonly level: Severity | undefined;
}

/** Some rules that the settings switch on for files of a format. */
export interface Selection {
  readonly first: readonly RuleAtLevel<FileRule>[];
  /** Those that need what the others report. */
  readonly last: readonly RuleAtLevel<FileRule>[];
  readonly across: readonly RuleAtLevel<AcrossRule>[];
  readonly acrossSkills: readonly RuleAtLevel<AcrossSkillsRule>[];
  readonly portable: readonly PortabilityRule[];
}

/** Which of some rules the settings switch on for files of a format. */
export const selectionOf = lazyFor(({ rules: levels, version }: Settings) => {
  const switchedOn = (rules: readonly Rule[], format: Format): readonly RuleAtLevel[] =>
    rules.flatMap((rule) => {
      const level = levels[rule.id];
      // Who names a rule in the settings knows about it.
      const isOff = level === 'off' || (level === undefined && isNewerThan(rule, version));
      return isOff || !isAbout(rule, format) ? [] : [{ rule, level }];
    });
  return lazyFor((rules: readonly Rule[]) =>
    lazyFor((format: Format): Selection => {
      const all = switchedOn(rules, format);
      const on = fileRules(all);
      return {
        across: all.flatMap(({ rule, level }) => (isAcross(rule) ? [{ rule, level }] : [])),
        acrossSkills: all.flatMap(({ rule, level }) => (isAcrossSkills(rule) ? [{ rule, level }] : [])),
        first: on.filter(({ rule }) => rule.runsLast !== true),
        last: on.filter(({ rule }) => rule.runsLast === true),
        portable: all.flatMap(({ rule, level }) =>
          isPortability(rule) ? [level === undefined ? rule : { ...rule, severity: level }] : [],
        ),
      };
    }),
  );
});

const fileRules = (some: readonly RuleAtLevel[]): readonly RuleAtLevel<FileRule>[] =>
  some.flatMap(({ rule, level }) => (isFileRule(rule) ? [{ rule, level }] : []));
