/** What hosts other than the main one report about a file that they read too. */
import { type Agent, withText } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import type { Format } from '../hosts/host';
import type { EffectiveTools } from '../hosts/verdict';
import { rules } from '../rules/index';
import { applyEdits, type Edit } from '../text/edits';
import { overlaps } from '../text/span';
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
  const errors = new Set(known.filter(({ severity }) => severity === 'error').map(placeOf));
  // What the main reader warns about has to change anyway.
  const warned = known.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const { host } = second.format;
  const verdict = second.verdict();
  // Of a file that does not load, nothing else matters.
  const isLost = verdict?.verdict === 'does-not-load';
  const told = found.filter((finding) =>
    finding.severity === 'error'
      ? !errors.has(placeOf(finding))
      : !isLost &&
        finding.severity !== 'hint' &&
        !said.has(placeOf(finding)) &&
        !isAboutName(finding, second) &&
        !warned.some(({ span }) => overlaps(span, finding.span)),
  );
  return told.map(({ fixes = [], ...finding }) => ({
    ...finding,
    severity: finding.severity === 'error' ? 'error' : 'information',
    reader: host.id,
    message: finding.message.includes(host.name) ? finding.message : `In ${host.name}: ${finding.message}`,
    fixes: fixes
      .filter((fix) => fix.creates === undefined && isProvedSafe(main, fix.edits) && keepsTools(main, fix.edits))
      .map((fix) => ({ ...fix, safe: false, title: `${fix.title} (for ${host.name})` })),
  }));
}

/**
 * What another reader warns about when it looks at several files, as information.
 * @param known What is said about them for the main reader.
 */
export function acrossOfSecond(
  { host }: Format,
  found: readonly LintFinding[],
  known: readonly LintFinding[],
): readonly LintFinding[] {
  const warned = new Set(known.filter(({ severity }) => severity === 'warning').map(placeOf));
  return found
    .filter((finding) => finding.severity === 'warning' && !warned.has(placeOf(finding)))
    .map(({ fixes: _ofMain, ...finding }) => ({ ...finding, severity: 'information', reader: host.id }));
}

const placeOf = ({ rule, span }: LintFinding): string => `${rule} ${span.start} ${span.end}`;

const aboutNames: ReadonlySet<string> = new Set(rules.flatMap(({ id, aboutNames }) => (aboutNames ? [id] : [])));

/**
 * Whether the finding says only that the host lacks the tool or model of a name. The hover over the first line shows which tools
 * each host gives. A name that denies nothing is another matter.
 */
const isAboutName = ({ rule, span }: LintFinding, second: Agent): boolean =>
  aboutNames.has(rule) && !second.toolLists().some(({ grants, entry }) => !grants && overlaps(entry.value.span, span));

/** Whether the agent gets the same tools after `edits`. */
function keepsTools(agent: Agent, edits: readonly Edit[]): boolean {
  const tools = agent.verdict()?.tools;
  const after = withText(applyEdits(agent.file.source.text, edits), agent).verdict()?.tools;
  return tools !== undefined && after !== undefined && namesOf(tools) === namesOf(after);
}

const namesOf = ({ inherited, effective }: EffectiveTools): string => (inherited ? '*' : [...effective].sort().join());
