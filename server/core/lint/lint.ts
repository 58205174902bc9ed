/** Runs the rules over a file: settings, suppressions, order and bounds are applied here and nowhere else. */

import type { Agent } from '../agent/agent';
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import { rules as allRules } from '../rules/index';
import type { Rule } from '../rules/rule';
import { requiredReportKeys } from '../sectionKinds/required';
import { unknownWorkspace, type Workspace } from '../workspace/workspace';
import { defaults, type Settings } from './settings';
import { suppressionsOf } from './suppressions';

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
  /** Rules that threw. Their findings are missing; everybody else's are here. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

/** Lints an agent. Never throws: a rule that does is reported in `failures`. */
export function lint(
  agent: Agent,
  { settings = defaults, workspace = unknownWorkspace, rules = allRules }: LintOptions = {},
): LintResult {
  const found: LintFinding[] = [];
  const failures: { rule: string; error: unknown }[] = [];
  const isSuppressed = suppressionsOf(agent.file);
  const { sections, report, tokens } = settings;
  const reportKeys = requiredReportKeys(sections, report.keys);
  const context = { workspace, sections, reportKeys, tokens };
  for (const rule of rules) {
    const level = settings.rules[rule.id];
    if (level === 'off') continue;
    try {
      for (const finding of rule.check(agent, context)) {
        if (!isSuppressed(rule.id, finding.span))
          found.push({ ...finding, rule: rule.id, severity: level ?? finding.severity ?? rule.severity });
        if (found.length > settings.maxFindings * 2) break;
      }
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  const sorted = found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { findings: capped(sorted, settings.maxFindings), failures };
}

/** More findings than a person reads are cut, and the last one says how many there are. */
function capped(findings: readonly LintFinding[], max: number): readonly LintFinding[] {
  const shown = findings.slice(0, max);
  const next = findings[max];
  if (next === undefined) return shown;
  const message = `More than ${max} findings; the others are not shown. Correct some, or raise \`agentAuthoring.maxFindings\`.`;
  return [...shown, { rule: 'limit', severity: 'information', span: next.span, message }];
}
