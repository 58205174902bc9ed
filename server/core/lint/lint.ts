/** Runs the rules over a file: settings, suppressions, order and bounds are applied here and nowhere else. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { isSuppressed, noneSuppressed, type Suppressed, suppressedIn, suppressionsIn } from '../agent/suppressions';
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import type { Format } from '../hosts/host';
import { formatById } from '../hosts/index';
import { closerOf } from '../hosts/reading';
import { rules as allRules } from '../rules/index';
import { type Context, type FileRule, isAbout, isAcross, isFileRule, isPortability, type Rule } from '../rules/rule';
import { requiredReportKeys } from '../sectionKinds/required';
import { conflictsOf } from '../syntax/conflicts';
import { isTooLarge } from '../syntax/fileSize';
import { append } from '../text/append';
import { lazyFor } from '../text/lazy';
import type { Lines } from '../text/source';
import { overlaps, type Span } from '../text/span';
import { asLine, MAX_MESSAGE, MAX_TITLE } from '../text/visible';
import type { Around } from '../workspace/around';
import { type Ties, tiesOf } from '../workspace/ties';
import { unknownWorkspace, type Workspace } from '../workspace/workspace';
import { byPosition, capped, cut } from './capped';
import { withoutConflicts } from './conflictedFindings';
import type { Failure, LintFinding } from './lintFinding';
import { portabilityFindings } from './portability';
import { acrossOfSecond, findingsOfSecond, readersInUse } from './secondReaders';
import { defaults, type Settings } from './settings';
import { isAllowed } from './settings/allow';

export { SEVERITIES } from './capped';
export type { LintFinding } from './lintFinding';

export interface LintOptions {
  readonly settings?: Settings;
  /** What is known of other files; nothing when omitted. */
  readonly workspace?: Workspace;
  /** The same file as the other hosts read it. */
  readonly others?: readonly Agent[];
  /** The rules to run; all of them when omitted. */
  readonly rules?: readonly Rule[];
}

export interface LintResult {
  /** In the order of their spans. */
  readonly findings: readonly LintFinding[];
  /** Those that `maxFindings` cuts off: they are not shown, but they count. */
  readonly unshown: readonly LintFinding[];
  readonly failures: readonly Failure[];
}

const ruleIds = allRules.map(({ id }) => id);

/** What the rules about one file say, with all that is needed to add what the rules about several files say. It keeps no text. */
export interface Draft {
  readonly ties: Ties | undefined;
  readonly lines: Lines;
  readonly settings: Settings;
  /** In the order of their spans, as they are shown. */
  readonly own: readonly LintFinding[];
  readonly failures: readonly Failure[];
  readonly suppressed: Suppressed;
  /** The ids of the other formats in which the file is read under the same name, where the project is used with their hosts. */
  readonly seconds: readonly string[];
  /** Whether nothing else must be said about the file. */
  readonly isClosed: boolean;
}

/** Lints an agent. Never throws: a rule that does is reported in `failures`. */
export function lint(agent: Agent, options: LintOptions = {}): LintResult {
  const { workspace, rules } = options;
  const around = agent.path === undefined ? undefined : workspace?.around?.(agent.path);
  return finished(draftOf(agent, options), around, rules);
}

/** Runs the rules about one file. */
export function draftOf(
  agent: Agent,
  { settings = defaults, workspace = unknownWorkspace, rules = allRules, others = [] }: LintOptions = {},
): Draft {
  const { sections, report, tokens } = settings;
  const reportKeys = requiredReportKeys(sections, report.keys);
  const { first: early, last, raising, raisingIds, portable } = selectionOf(settings)(rules)(agent.format);
  const otherReaders = readersInUse(others, settings.hosts, used(others, agent, workspace));
  const context: Context = {
    workspace,
    sections,
    reportKeys,
    tokens,
    ruleIds,
    otherReaders,
    raised: [],
    raising: raisingIds,
    isAllowed: (kind, name) => isAllowed(settings.allow, kind, name),
  };
  const failures: Failure[] = [];
  const lines = { lineStarts: agent.file.source.lineStarts };
  const isKept = keeps(settings);
  const run = (some: readonly RuleAtLevel<FileRule>[], about: Context): readonly LintFinding[] =>
    ran(some, failures, (rule) => rule.check(agent, about)).filter(isKept);
  if (settings.isIgnored === true) {
    const ties = tiesOf(agent, workspace);
    return { ties, lines, settings, own: [], seconds: [], failures, suppressed: noneSuppressed, isClosed: true };
  }
  if (isTooLarge(agent.file)) {
    const bySize = early.filter(({ rule }) => rule.checksSize === true);
    const own = run(bySize, context).map(presentable);
    return { ties: undefined, lines, settings, own, failures, suppressed: noneSuppressed, seconds: [], isClosed: true };
  }
  const first = [...run(early, context)];
  for (const second of otherReaders) {
    const some = selectionOf(settings)(rules)(second.format).first.filter(({ rule }) => rule.perReader === true);
    const more = ran(some, failures, (rule) => rule.check(second, context));
    append(first, findingsOfSecond(agent, second, more.filter(isKept), first));
  }
  if (settings.hosts.length > 0 && portable.length > 0)
    append(
      first,
      portabilityFindings(agent, settings.hosts, portable, (rule, other) =>
        ran([{ rule, level: undefined }], failures, () => rule.check(other, context)).filter(isKept),
      ),
    );
  // Without comments there is nothing that these rules could need.
  const hasComments = last.length > 0 && suppressionsIn(agent.file, 1).length > 0;
  const raised = hasComments ? (rules === allRules ? first : run(raising, context)) : [];
  const suppressed = suppressedIn(agent.file);
  const isSilent = (rule: string, span: Span, byName = false): boolean =>
    isSuppressed(suppressed, lines, rule, span, byName);
  const unsilenced = [
    ...first.filter(({ rule, span }) => !isSilent(rule, span)),
    // A comment without names must not hide that it has no effect.
    ...run(last, { ...context, raised }).filter(({ rule, span }) => !isSilent(rule, span, true)),
  ];
  const kept = withoutGuesses(withoutConflicts(agent.file, unsilenced)).toSorted(byPosition);
  const { shown, left } = cut(kept, settings.maxFindings);
  const isOdd = isOddlyRead(agent);
  const own = [
    ...shown.map((finding) => presentable(isOdd ? proved(agent, finding) : finding)),
    // A proof for each would take long, and these fixes are not shown.
    ...(isOdd ? left.map((finding) => ({ ...finding, fixes: [] })) : left),
  ].sort(byPosition);
  const isClosed = conflictsOf(agent.file).length > 0;
  const ties = tiesOf(agent, workspace);
  const seconds = otherReaders.flatMap((second) => {
    const verdict = second.verdict();
    return verdict?.cause === null && verdict.name === ties?.card.name ? [second.format.id] : [];
  });
  return { ties, lines, settings, own, failures, suppressed, seconds, isClosed };
}

/**
 * Adds what the rules about several files say.
 * @param around What is around the agent; undefined while that is not known, and nothing is added then.
 */
export function finished(
  { ties, lines, settings, own, failures: before, suppressed, seconds, isClosed }: Draft,
  around: Around | undefined,
  rules: readonly Rule[] = allRules,
): LintResult {
  const failures = [...before];
  if (ties === undefined || around === undefined || isClosed) {
    const { shown, left } = capped(own, settings.maxFindings);
    return { findings: shown, unshown: left, failures };
  }
  const { card } = ties;
  const mains = ran(selectionOf(settings)(rules)(card.format).across, failures, (rule) => rule.across(ties, around));
  const more = seconds.flatMap((id) => {
    const format = formatById(id);
    const view = format && around.as(format);
    // A file for this host that hides the one for another is what people have both for.
    if (format === undefined || view?.lastRival()?.format !== card.format) return [];
    const some = selectionOf(settings)(rules)(format).across.filter(({ rule }) => rule.perReader === true);
    const found = ran(some, failures, (rule) => rule.across({ ...ties, card: { ...card, format } }, view));
    return acrossOfSecond(format, found, mains);
  });
  const others = [...mains, ...more]
    .filter(keeps(settings))
    .filter(({ rule, span }) => !isSuppressed(suppressed, lines, rule, span));
  const all = others.length === 0 ? own : [...own, ...others.map(presentable)].sort(byPosition);
  const { shown, left } = capped(all, settings.maxFindings);
  return { findings: shown, unshown: left, failures };
}

/** Whether a finding stays: one about unknown names is dropped when the settings allow one of them. */
const keeps =
  ({ allow }: Settings) =>
  ({ unknown }: Finding): boolean =>
    unknown === undefined || !unknown.names.some((name) => isAllowed(allow, unknown.kind, name));

/** The hosts of the project, looked up only where another host reads the file. */
const used = (others: readonly Agent[], { path }: Agent, { usedHosts }: Workspace): ReadonlySet<string> | undefined =>
  others.length === 0 || path === undefined ? undefined : usedHosts?.(path);

/** Whether the host reads something else than is written, so that rules cannot know whether their fixes are safe. */
function isOddlyRead(agent: Agent): boolean {
  const { frontMatter, problems } = agent.file;
  const reading = agent.reading();
  return (
    problems.length > 0 ||
    (reading.kind === 'read' && reading.repaired) ||
    (frontMatter !== undefined && closerOf(reading)?.start !== frontMatter.closer?.start)
  );
}

/** What some rules find. The findings of one that throws are left out. */
function ran<R extends Rule>(
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
interface RuleAtLevel<R extends Rule = Rule> {
  readonly rule: R;
  readonly level: Severity | undefined;
}

/**
 * Which of some rules the settings switch on for files of a format. Those in `last` need what the others report; `raising` are
 * those that need no other files and no other rules.
 */
const selectionOf = lazyFor(({ rules: levels }: Settings) => {
  const switchedOn = (rules: readonly Rule[], format: Format): readonly RuleAtLevel[] =>
    rules.flatMap((rule) => {
      const level = levels[rule.id];
      return level === 'off' || !isAbout(rule, format) ? [] : [{ rule, level }];
    });
  return lazyFor((rules: readonly Rule[]) =>
    lazyFor((format: Format) => {
      const raising = fileRules(switchedOn(allRules, format)).filter(
        ({ rule }) => rule.runsLast !== true && rule.asksAboutFiles !== true,
      );
      const all = switchedOn(rules, format);
      const on = fileRules(all);
      return {
        across: all.flatMap(({ rule, level }) => (isAcross(rule) ? [{ rule, level }] : [])),
        first: on.filter(({ rule }) => rule.runsLast !== true),
        last: on.filter(({ rule }) => rule.runsLast === true),
        portable: all.flatMap(({ rule, level }) =>
          isPortability(rule) ? [level === undefined ? rule : { ...rule, severity: level }] : [],
        ),
        raising,
        raisingIds: raising.map(({ rule }) => rule.id),
      };
    }),
  );
});

const fileRules = (some: readonly RuleAtLevel[]): readonly RuleAtLevel<FileRule>[] =>
  some.flatMap(({ rule, level }) => (isFileRule(rule) ? [{ rule, level }] : []));

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
