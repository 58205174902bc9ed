/** Runs the rules over a file: settings, suppressions, order and bounds are applied here and nowhere else. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { isSuppressed, noneSuppressed, suppressedIn, suppressionsIn } from '../agent/suppressions';
import type { Finding } from '../findings/finding';
import { closerOf } from '../hosts/reading';
import { rules as allRules } from '../rules/index';
import type { Context, FileRule, Rule } from '../rules/rule';
import { requiredReportKeys } from '../sectionKinds/required';
import { conflictsOf } from '../syntax/conflicts';
import { isTooLarge } from '../syntax/fileSize';
import { append } from '../text/append';
import { type Lines, lineAt } from '../text/source';
import { overlaps, type Span } from '../text/span';
import { asLine, MAX_MESSAGE, MAX_TITLE } from '../text/visible';
import type { AroundFile } from '../workspace/around';
import { skillFileOf } from '../workspace/skillCards';
import { tiesOf } from '../workspace/ties';
import { unknownWorkspace, type Workspace } from '../workspace/workspace';
import { reporterOf } from './acrossFiles';
import { byPosition, capped, cut } from './capped';
import { withoutConflicts } from './conflictedFindings';
import type { Draft } from './draft';
import type { Failure, LintFinding } from './lintFinding';
import { portabilityFindings } from './portability';
import { nothingRaised, noting, raisedBy } from './raised';
import { findingsOfSecond, readersInUse } from './secondReaders';
import { type RuleAtLevel, ran, type Selection, selectionOf } from './selection';
import { defaults, type Settings } from './settings';
import { isAllowed } from './settings/allow';
import { isNewerThan } from './settings/version';

export { SEVERITIES } from './capped';
export type { Draft } from './draft';
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

/** Lints an agent. Never throws: a rule that does is reported in `failures`. */
export function lint(agent: Agent, options: LintOptions = {}): LintResult {
  const { workspace, rules } = options;
  const { path } = agent;
  const around = path === undefined ? undefined : (workspace?.around?.(path) ?? workspace?.aroundSkill?.(path));
  return finished(draftOf(agent, options), around, rules);
}

/** Runs the rules about one file. */
export function draftOf(
  agent: Agent,
  { settings = defaults, workspace = unknownWorkspace, rules = allRules, others = [] }: LintOptions = {},
): Draft {
  const { sections, report, tokens, suppressions } = settings;
  const reportKeys = requiredReportKeys(sections, report.keys);
  const selection = selectionOf(settings)(rules)(agent.format);
  const otherReaders = readersInUse(others, settings.hosts, used(others, agent, workspace));
  // Without comments there is nothing that the last rules could need.
  const hasComments = selection.last.length > 0 && suppressionsIn(agent.file, 1).length > 0;
  const asked = hasComments ? noting(workspace) : { workspace, isUnknown: () => false };
  const context: Context = {
    workspace: asked.workspace,
    sections,
    reportKeys,
    tokens,
    suppressions,
    ruleIds,
    otherReaders,
    raised: nothingRaised,
    isAllowed: (kind, name) => isAllowed(settings.allow, kind, name),
  };
  const failures: Failure[] = [];
  const lines = { lineStarts: agent.file.source.lineStarts };
  const isKept = keeps(settings);
  const run = (some: readonly RuleAtLevel<FileRule>[], about: Context): readonly LintFinding[] =>
    ran(some, failures, (rule) => rule.check(agent, about)).filter(isKept);
  const closed = { lines, settings, failures, pending: [], suppressed: noneSuppressed, seconds: [], isClosed: true };
  if (settings.isIgnored === true)
    return { ...closed, ties: tiesOf(agent, workspace), skill: skillFileOf(agent, workspace), own: [] };
  if (isTooLarge(agent.file)) {
    const own = run(
      selection.first.filter(({ rule }) => rule.checksSize === true),
      context,
    );
    return { ...closed, ties: undefined, skill: undefined, own: own.map(presentable) };
  }
  /** What rules report before comments disable any of it. */
  const reportedBy = ({ first, portable }: Selection, some: readonly Rule[]): readonly LintFinding[] => {
    const found = [...run(first, context)];
    for (const second of otherReaders) {
      const again = selectionOf(settings)(some)(second.format).first.filter(({ rule }) => rule.perReader === true);
      const more = ran(again, failures, (rule) => rule.check(second, context));
      append(found, findingsOfSecond(agent, second, more.filter(isKept), found));
    }
    if (settings.hosts.length > 0 && portable.length > 0)
      append(
        found,
        portabilityFindings(agent, settings.hosts, portable, (rule, other) =>
          isNewerThan(rule, settings.version)
            ? []
            : ran([{ rule, level: undefined }], failures, () => rule.check(other, context)).filter(isKept),
        ),
      );
    return found;
  };
  const first = reportedBy(selection, rules);
  const all = selectionOf(settings)(allRules)(agent.format);
  const raised = hasComments
    ? raisedBy(all, rules === allRules ? first : reportedBy(all, allRules), {
        failed: failures,
        isUnknown: asked.isUnknown(),
        hasOthers: others.length > 0 && settings.hosts.length === 0,
        hasHosts: settings.hosts.length > 0,
      })
    : nothingRaised;
  const suppressed = suppressedIn(agent.file);
  const isSilent = (rule: string, span: Span, byName = false): boolean =>
    isSuppressed(suppressed, lines, rule, span, byName);
  // A comment without names must not hide that it has no effect.
  const last = (hasComments ? run(selection.last, { ...context, raised }) : []).filter(
    ({ rule, span }) => !isSilent(rule, span, true),
  );
  const unsilenced = [
    ...first.filter(({ rule, span }) => !isSilent(rule, span)),
    ...last.filter(({ unless }) => unless === undefined),
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
  const pending = last.filter(({ unless }) => unless !== undefined).map(presentable);
  const skill = skillFileOf(agent, workspace);
  return { ties, skill, lines, settings, own, pending, failures, suppressed, seconds, isClosed };
}

/**
 * Adds what the rules about several files say.
 * @param around What is around the file; undefined while that is not known, and nothing is added then.
 */
export function finished(draft: Draft, around: AroundFile | undefined, rules: readonly Rule[] = allRules): LintResult {
  const { lines, settings, own, pending, suppressed } = draft;
  const failures = [...draft.failures];
  const reporter = draft.isClosed ? undefined : reporterOf(draft, around, failures);
  if (reporter === undefined) {
    const { shown, left } = capped(own, settings.maxFindings);
    return { findings: shown, unshown: left, failures };
  }
  const reportedBy = (some: readonly Rule[]): readonly LintFinding[] => reporter(some).filter(keeps(settings));
  const across = reportedBy(rules);
  const raised = pending.length === 0 || rules === allRules ? across : reportedBy(allRules);
  const others = [
    ...across.filter(({ rule, span }) => !isSuppressed(suppressed, lines, rule, span)),
    ...holding(pending, raised, failures, lines),
  ];
  const all = others.length === 0 ? own : [...own, ...others.map(presentable)].sort(byPosition);
  const { shown, left } = capped(all, settings.maxFindings);
  return { findings: shown, unshown: left, failures };
}

/** Whether a finding stays: one about unknown names is dropped when the settings allow one of them. */
const keeps =
  ({ allow }: Settings) =>
  ({ unknown }: Finding): boolean =>
    unknown === undefined || !unknown.names.some((name) => isAllowed(allow, unknown.kind, name));

/** The findings that hold, although they depend on what the rules about several files report. */
const holding = (
  pending: readonly LintFinding[],
  raised: readonly LintFinding[],
  failed: readonly Failure[],
  lines: Lines,
): readonly LintFinding[] =>
  pending.filter(({ unless }) => {
    const isMeant = ({ rule }: { readonly rule: string }): boolean =>
      unless?.rule === undefined || unless.rule === rule;
    return (
      !failed.some(isMeant) &&
      !raised.some((one) => isMeant(one) && (unless?.lines?.includes(lineAt(lines, one.span.start)) ?? true))
    );
  });

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
