/** Checks a report of an agent against the template in its file. */
import { REPORT_AGENT } from '../sectionKinds/reportKeys';
import type { Entry, Value } from '../syntax/tree';
import { textAt } from '../text/span';
import { checkValue, type ReportLocation, shapeText } from './checkValue';
import { findReport } from './find';
import { named, type ReportFinding, step } from './finding';
import { mapUnder, readReport } from './read';
import { mapShape, type ReportMap } from './shape';
import type { Report } from './template';

/** The result for one report. */
export interface ReportCheck {
  readonly found: boolean;
  readonly findings: readonly ReportFinding[];
  /** Whether there are no errors. */
  readonly ok: boolean;
}

/** What a report must look like. */
export interface Contract {
  /** The root key of the report; undefined when the template has none. */
  readonly root: string | undefined;
  readonly map: ReportMap;
  /** The agent's name; undefined when it has none. */
  readonly agent: string | undefined;
}

/**
 * The contract that a template defines.
 * @param text the agent file's text
 */
export const contractOf = (text: string, report: Report, agent: string | undefined): Contract => ({
  root: report.root === undefined ? undefined : textAt(text, report.root),
  map: mapShape(text, report.entries),
  agent,
});

/**
 * Checks `answer`: a report in YAML or JSON, alone or within other text. Never throws; spans are offsets in `answer`.
 */
export function checkReport(answer: string, contract: Contract): ReportCheck {
  const keys = contract.map.keys.map(({ name }) => name);
  const found = findReport(answer, contract.root, keys);
  if (found === undefined) return checked(false, [missingReport(contract)]);
  const { entries, problems } = readReport(answer, found);
  const broken = problems.map(({ detail, span }): ReportFinding => {
    const message = `The report cannot be read: ${detail === '' ? 'it is not a mapping' : detail}.`;
    return { code: 'report-syntax', severity: 'error', message, path: '', span };
  });
  if (broken.length > 0) return checked(true, broken);
  const { root } = contract;
  if (root === undefined)
    return checked(true, [...checkMap(answer, contract, entries, { path: '', name: '', span: found.content })]);
  if (found.root === undefined) {
    const message = `The report must be under the key ${named(root)}.`;
    const at = { path: '', span: found.content };
    return checked(true, [
      { code: 'missing-key', severity: 'error', message, ...at },
      ...checkMap(answer, contract, entries, { ...at, name: '' }),
    ]);
  }
  const at = { path: step(root), span: found.root };
  const map = mapUnder(entries, root);
  if (map !== undefined) return checked(true, [...checkMap(answer, contract, map.entries, { ...at, name: '' })]);
  const message = `${named(root)} must contain the keys of the report: ${namesOf(contract)}.`;
  return checked(true, [{ code: 'wrong-shape', severity: 'error', message, ...at }]);
}

const checked = (found: boolean, findings: readonly ReportFinding[]): ReportCheck => ({
  found,
  findings,
  ok: findings.every(({ severity }) => severity !== 'error'),
});

const namesOf = ({ map }: Contract): string =>
  map.keys
    .map(({ name, shape, optional }) => `${named(name)} (${shapeText(shape)}${optional ? ', optional' : ''})`)
    .join(', ');

function missingReport(contract: Contract): ReportFinding {
  const where = contract.root === undefined ? 'with the keys' : `with ${named(contract.root)} at its top and under it`;
  const message = `Missing report. End the answer with a fenced YAML block ${where} ${namesOf(contract)}.`;
  return { code: 'report-missing', severity: 'error', message, path: '', span: undefined };
}

/**
 * The report's mapping: checked like any other, except for the agent's name. Without the root key, `agent` may mean another
 * agent.
 */
function* checkMap(
  answer: string,
  { root, map, agent }: Contract,
  entries: readonly Entry[],
  at: ReportLocation,
): Iterable<ReportFinding> {
  const isSigned = root !== undefined && agent !== undefined && map.keys.some(({ name }) => name === REPORT_AGENT);
  const isOther = (key: string): boolean => !isSigned || key !== REPORT_AGENT;
  const keys = map.keys.filter(({ name }) => isOther(name));
  const others = entries.filter(({ key }) => isOther(key));
  yield* checkValue(answer, { ...map, keys }, { kind: 'mapping', style: 'block', entries: others, span: at.span }, at);
  if (isSigned) yield* checkAgent(agent, entries.find(({ key }) => !isOther(key))?.value, at);
}

function* checkAgent(agent: string, value: Value | undefined, at: ReportLocation): Iterable<ReportFinding> {
  const path = at.path + step(REPORT_AGENT);
  if (value === undefined) {
    const message = `Missing key ${named(REPORT_AGENT)}: add ${named(agent)}.`;
    yield { code: 'missing-key', severity: 'error', message, path, span: at.span };
  } else if (value.kind !== 'scalar' || value.text !== agent) {
    const signed = value.kind === 'scalar' ? `signed by ${named(value.text)}` : 'not signed';
    const message = `The report is ${signed}; ${named(REPORT_AGENT)} must be ${named(agent)}.`;
    yield { code: 'wrong-agent', severity: 'error', message, path, span: value.span };
  }
}
