/** Cuts findings beyond what a person reads. */
import type { Severity } from '../hosts/effect';
import { rules } from '../rules/index';
import type { LintFinding } from './lintFinding';

/** From the most severe to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Errors and other findings that must be seen are shown up to this number, whatever the settings of a repository say. */
const MAX_VITAL = 200;

const vitalRules: ReadonlySet<string> = new Set(rules.filter(({ isVital }) => isVital === true).map(({ id }) => id));

/**
 * Cuts findings beyond what a person reads, the least severe first, so that no number of hints and no setting hides an error.
 * One more finding then says how many were left out.
 * @param findings In the order of their spans, as `shown` is.
 */
export function capped(
  findings: readonly LintFinding[],
  max: number,
): { readonly shown: readonly LintFinding[]; readonly left: readonly LintFinding[] } {
  const { shown, left } = cut(findings, max);
  const last = [...shown.slice(-1), ...left].sort(byPosition).at(-1);
  if (left.length === 0 || last === undefined) return { shown, left };
  const message = `${findings.length} problems, but only the ${shown.length} most severe are shown; ${left.length} are not. Fix some, or raise \`agentAuthoring.maxFindings\`.`;
  return { shown: [...shown, { rule: 'limit', severity: 'information', span: last.span, message }], left };
}

/** The same without saying so. */
export function cut(
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
  return { shown: ranked.slice(0, count).sort(byPosition), left: ranked.slice(count) };
}

/** In the order of their spans. */
export const byPosition = (a: LintFinding, b: LintFinding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;
