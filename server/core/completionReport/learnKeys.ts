/** Learns from existing agents which keys the completion reports of a repository have, and in which order. */
import { inMeanOrder, isUsual } from '../sectionKinds/learn';
import { type ReportKeyKind, reportKeyOf } from '../sectionKinds/reportKeys';
import type { AgentFile, Value } from '../syntax/tree';
import { isPlaceholder } from './placeholder';
import { reportOf } from './template';

/**
 * The keys that most of the templates have, in the order of their mean position; none when fewer than two agents have a template
 * under the root key, because one report does not make a convention.
 */
export function learnReportKeys(files: readonly AgentFile[]): readonly ReportKeyKind[] {
  const reports = files.flatMap((file) => {
    const report = reportOf(file);
    return report?.root === undefined || report.entries.length === 0 ? [] : [report.entries];
  });
  if (reports.length < 2) return [];
  const values = new Map<string, Value[]>();
  const keysByReport = reports.map((entries) => [...new Set(entries.map(({ key }) => key))].filter(isName));
  for (const { key, value } of reports.flat()) values.set(key, [...(values.get(key) ?? []), value]);
  const usual = new Set([...values.keys()].filter((key) => isUsual(countOf(keysByReport, key), reports.length)));
  return inMeanOrder(keysByReport.map((keys) => keys.filter((key) => usual.has(key)))).map((key) => ({
    ...reportKeyOf(key),
    shape: shapeOf(values.get(key) ?? []),
  }));
}

const isName = (key: string): boolean => /^[\w-]{1,64}$/.test(key) && !isPlaceholder(key);

const countOf = (lists: readonly (readonly string[])[], key: string): number =>
  lists.filter((list) => list.includes(key)).length;

/** A list if most templates have a list. */
const shapeOf = (values: readonly Value[]): ReportKeyKind['shape'] =>
  values.filter(({ kind }) => kind === 'sequence').length * 2 > values.length ? 'list' : 'text';
