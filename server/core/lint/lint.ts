/** Runs the rules over a file: settings, suppressions, order and bounds are applied here and nowhere else. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { suppressionsIn, suppressionsOf } from '../agent/suppressions';
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import { closerOf } from '../hosts/reading';
import { rules as allRules } from '../rules/index';
import type { Context, Rule } from '../rules/rule';
import { requiredReportKeys } from '../sectionKinds/required';
import { isTooLarge } from '../syntax/fileSize';
import { lazyFor } from '../text/lazy';
import { overlaps } from '../text/span';
import { asLine, MAX_MESSAGE, MAX_TITLE } from '../text/visible';
import { unknownWorkspace, type Workspace } from '../workspace/workspace';
import { withoutConflicts } from './conflictedFindings';
import { defaults, type Settings } from './settings';

/** A finding with the rule that made it and the severity it has here. */
export interface LintFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

export interface LintOptions {
  readonly settings?: Settings;
  /** What is known of other files; nothing when omitted. */
  readonly workspace?: Workspace;
  /** The rules to run; all of them when omitted. */
  readonly rules?: readonly Rule[];
}

export interface LintResult {
  /** In the order of their spans. */
  readonly findings: readonly LintFinding[];
  /** Those that `maxFindings` cuts off: they are not shown, but they count. */
  readonly unshown: readonly LintFinding[];
  /** Rules that threw. Only their findings are missing. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

const ruleIds = allRules.map(({ id }) => id);

/** Lints an agent. Never throws: a rule that does is reported in `failures`. */
export function lint(
  agent: Agent,
  { settings = defaults, workspace = unknownWorkspace, rules = allRules }: LintOptions = {},
): LintResult {
  const { sections, report, tokens } = settings;
  const reportKeys = requiredReportKeys(sections, report.keys);
  const { first: early, last, raising, raisingIds } = selectionOf(settings)(rules);
  const context: Context = { workspace, sections, reportKeys, tokens, ruleIds, raised: [], raising: raisingIds };
  const failures: { rule: string; error: unknown }[] = [];
  const run = (some: readonly RuleAtLevel[], about: Context): readonly LintFinding[] => {
    const found: LintFinding[] = [];
    for (const { rule, level } of some) {
      const before = found.length;
      try {
        for (const finding of rule.check(agent, about))
          found.push({ ...finding, rule: rule.id, severity: level ?? finding.severity ?? rule.severity });
      } catch (error) {
        found.length = before;
        failures.push({ rule: rule.id, error });
      }
    }
    return found;
  };
  if (isTooLarge(agent.file)) {
    const bySize = early.filter(({ rule }) => rule.checksSize === true);
    return { findings: run(bySize, context).map(presentable), unshown: [], failures };
  }
  const first = run(early, context);
  // Without comments there is nothing that these rules could need.
  const hasComments = last.length > 0 && suppressionsIn(agent.file, 1).length > 0;
  const raised = hasComments ? (rules === allRules ? first : run(raising, context)) : [];
  const isSuppressed = suppressionsOf(agent.file);
  const found = [
    ...first.filter(({ rule, span }) => !isSuppressed(rule, span)),
    // A comment without names must not hide that it has no effect.
    ...run(last, { ...context, raised }).filter(({ rule, span }) => !isSuppressed(rule, span, true)),
  ];
  const kept = withoutGuesses(withoutConflicts(agent.file, found));
  const { shown, left } = capped(kept.toSorted(byPosition), settings.maxFindings);
  const { frontMatter } = agent.file;
  // Where the host reads something else than is written, rules cannot know whether their fixes are safe.
  const reading = agent.reading();
  const isOdd =
    agent.file.problems.length > 0 ||
    (reading.kind === 'read' && reading.repaired) ||
    (frontMatter !== undefined && closerOf(reading)?.start !== frontMatter.closer?.start);
  return {
    findings: shown.map((finding) => presentable(isOdd ? proved(agent, finding) : finding)),
    // A proof for each would take long, and these fixes are not shown.
    unshown: isOdd ? left.map((finding) => ({ ...finding, fixes: [] })) : left,
    failures,
  };
}

/** A rule with the severity that the settings give it; undefined when they leave it to the rule. */
interface RuleAtLevel {
  readonly rule: Rule;
  readonly level: Severity | undefined;
}

/**
 * Which of some rules the settings switch on. Those in `last` need what the others report; `raising` are those that need no other
 * files and no other rules.
 */
const selectionOf = lazyFor(({ rules: levels }: Settings) => {
  const switchedOn = (rules: readonly Rule[]): readonly RuleAtLevel[] =>
    rules.flatMap((rule) => {
      const level = levels[rule.id];
      return level === 'off' ? [] : [{ rule, level }];
    });
  const raising = switchedOn(allRules).filter(({ rule }) => rule.runsLast !== true && rule.asksAboutFiles !== true);
  const raisingIds = raising.map(({ rule }) => rule.id);
  return lazyFor((rules: readonly Rule[]) => {
    const on = switchedOn(rules);
    return {
      first: on.filter(({ rule }) => rule.runsLast !== true),
      last: on.filter(({ rule }) => rule.runsLast === true),
      raising,
      raisingIds,
    };
  });
});

/** The findings without the fixes of other rules in lines that one of them declares broken. */
function withoutGuesses(findings: readonly LintFinding[]): readonly LintFinding[] {
  const broken = findings.flatMap((finding) => finding.broken ?? []);
  return broken.length === 0
    ? findings
    : findings.map((finding) => {
        const isGuess = finding.broken === undefined && broken.some((lines) => overlaps(lines, finding.span));
        return isGuess ? { ...finding, fixes: [] } : finding;
      });
}

/** The finding, with only those fixes marked safe that are proved safe. */
const proved = (agent: Agent, finding: LintFinding): LintFinding =>
  finding.fixes === undefined
    ? finding
    : {
        ...finding,
        fixes: finding.fixes.map((fix) => (fix.safe ? { ...fix, safe: isProvedSafe(agent, fix.edits) } : fix)),
      };

/** The finding with texts that are safe to show wherever findings are shown, whatever the file contains. */
const presentable = (finding: LintFinding): LintFinding => ({
  ...finding,
  message: asLine(finding.message, MAX_MESSAGE),
  ...(finding.fixes && { fixes: finding.fixes.map((fix) => ({ ...fix, title: asLine(fix.title, MAX_TITLE) })) }),
  ...(finding.related && {
    related: finding.related.map((one) => ({ ...one, message: asLine(one.message, MAX_MESSAGE) })),
  }),
});

const byPosition = (a: LintFinding, b: LintFinding): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** From the most severe to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Errors and other findings that must be seen are shown up to this number, whatever the settings of a repository say. */
const MAX_VITAL = 200;

const vitalRules: ReadonlySet<string> = new Set(allRules.filter(({ isVital }) => isVital === true).map(({ id }) => id));

/**
 * Cuts findings beyond what a person reads, the least severe first, so that no number of hints and no setting hides an error.
 * One more finding then says how many were left out.
 * @param findings In the order of their spans, as `shown` is.
 */
function capped(
  findings: readonly LintFinding[],
  max: number,
): { readonly shown: readonly LintFinding[]; readonly left: readonly LintFinding[] } {
  if (findings.length <= max) return { shown: findings, left: [] };
  const isVital = ({ severity, rule }: LintFinding): boolean => severity === 'error' || vitalRules.has(rule);
  const vital = findings.filter(isVital);
  const others = findings.filter((finding) => !isVital(finding));
  const ranked = [vital, others].flatMap((some) =>
    SEVERITIES.flatMap((severity) => some.filter((finding) => finding.severity === severity)),
  );
  const count = Math.max(max, Math.min(vital.length, MAX_VITAL));
  const shown = ranked.slice(0, count).sort(byPosition);
  const left = ranked.slice(count);
  const last = [...shown.slice(-1), ...left].sort(byPosition).at(-1);
  if (left.length === 0 || last === undefined) return { shown, left };
  const message = `${findings.length} problems, but only the ${count} most severe are shown; ${left.length} are not. Fix some, or raise \`agentAuthoring.maxFindings\`.`;
  return { shown: [...shown, { rule: 'limit', severity: 'information', span: last.span, message }], left };
}
