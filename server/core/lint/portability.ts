/** What would not work if other hosts read a file: hosts that the settings name and that do not read files in its place. */
import { type Agent, agentOf } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import type { Finding } from '../findings/finding';
import type { FieldRole } from '../hosts/field';
import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';
import { lookup } from '../hosts/lookup';
import { rules } from '../rules/index';
import { type FileRule, isFileRule, type PortabilityRule } from '../rules/rule';
import { allOf } from '../text/quoted';
import { touches } from '../text/span';
import { detect } from '../workspace/detect';
import type { LintFinding } from './lintFinding';

/** What the rule `by` finds in `agent`. */
type Run = (by: FileRule, agent: Agent) => readonly Finding[];

/**
 * What the rules in `gathering` report. Findings of several hosts about one place are one finding.
 * @param named The ids of the hosts that the settings name.
 */
export function portabilityFindings(
  agent: Agent,
  named: readonly string[],
  gathering: readonly PortabilityRule[],
  run: Run,
): readonly LintFinding[] {
  const found = new Map<string, { readonly finding: LintFinding; readonly others: readonly string[] }>();
  for (const format of formatsFor(agent, named)) {
    const other = agentOf(agent.file, format);
    for (const rule of gathering) {
      for (const finding of gathered(other, rule, run)) {
        const key = `${rule.id} ${finding.span.start} ${finding.span.end}`;
        const known = found.get(key);
        found.set(
          key,
          known === undefined
            ? { finding: portable(agent, rule, finding, format), others: [] }
            : { ...known, others: [...known.others, format.host.name] },
        );
      }
    }
  }
  return [...found.values()].map(({ finding, others }) => forAll(finding, others));
}

/** The agents of the named hosts that do not read the file. */
function formatsFor({ path, format }: Agent, named: readonly string[]): readonly Format[] {
  const readers = [format, ...(path === undefined ? [] : detect(path))].map(({ host }) => host.id);
  return hosts
    .filter(({ id }) => named.includes(id) && !readers.includes(id))
    .flatMap(
      ({ formats }) => formats.find(({ kind = 'agent', notation }) => kind === 'agent' && notation === undefined) ?? [],
    );
}

function gathered(other: Agent, { gathers }: PortabilityRule, run: Run): readonly Finding[] {
  return rules.filter(isFileRule).flatMap((rule) => {
    const roles = lookup(gathers, rule.id);
    if (roles === undefined) return [];
    return run(rule, other).filter(
      (finding) => finding.severity !== 'hint' && (roles === true || isAbout(finding, roles, other)),
    );
  });
}

/** Whether a finding is in a field of these roles, or says that there is none. */
const isAbout = ({ span }: Finding, roles: readonly FieldRole[], agent: Agent): boolean =>
  agent
    .fields()
    .some(
      ({ entry, name }) =>
        touches(entry.span, span.start) &&
        name.kind === 'known' &&
        name.field.role !== undefined &&
        roles.includes(name.field.role),
    );

const portable = (
  agent: Agent,
  rule: PortabilityRule,
  { fixes = [], ...finding }: Finding,
  { host }: Format,
): LintFinding => ({
  ...finding,
  rule: rule.id,
  severity: rule.severity,
  message: `Not portable to ${host.name}: ${finding.message}`,
  // Another host may have read something else, so a person decides.
  fixes: fixes.filter((fix) => isProvedSafe(agent, fix.edits)).map((fix) => ({ ...fix, safe: false })),
});

/** The finding, with the names of the other hosts that it is about. They come last, because there may be many. */
const forAll = (finding: LintFinding, others: readonly string[]): LintFinding =>
  others.length === 0 ? finding : { ...finding, message: `${finding.message} Also not portable to ${allOf(others)}.` };
