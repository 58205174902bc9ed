/** What other hosts than the main one make of a file that they read too. */
import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import type { LintFinding } from './lintFinding';

/** The readers besides the main one whose hosts a project is used with. */
export const readersInUse = (
  others: readonly Agent[],
  named: readonly string[],
  used: ReadonlySet<string> | undefined,
): readonly Agent[] =>
  others.filter(({ format: { host } }) => (named.length > 0 ? named.includes(host.id) : used?.has(host.id) === true));

/**
 * The findings of another reader that the main one does not have. They are information, unless the file does not load there or
 * grants more there than it says. Their fixes leave the file as it is for the main reader, and are never applied unasked.
 * @param known What the main reader and those before this one report.
 */
export function findingsOfSecond(
  main: Agent,
  second: Agent,
  found: readonly LintFinding[],
  known: readonly LintFinding[],
): readonly LintFinding[] {
  const said = new Set(known.map(placeOf));
  const { host } = second.format;
  return found
    .filter((finding) => finding.severity !== 'hint' && !said.has(placeOf(finding)))
    .map(({ fixes = [], ...finding }) => ({
      ...finding,
      severity: finding.severity === 'error' ? 'error' : 'information',
      reader: host.id,
      message: finding.message.includes(host.name) ? finding.message : `In ${host.name}: ${finding.message}`,
      fixes: fixes
        .filter((fix) => fix.creates === undefined && isProvedSafe(main, fix.edits))
        .map((fix) => ({ ...fix, safe: false, title: `${fix.title} (for ${host.name})` })),
    }));
}

const placeOf = ({ rule, span }: LintFinding): string => `${rule} ${span.start} ${span.end}`;
