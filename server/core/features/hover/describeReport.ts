/** Markdown about the keys of a completion report, shared by hover and completion. */

import type { Agent } from '../../agent/agent';
import { shapeText } from '../../completionReport/checkValue';
import type { ReportCursor } from '../../completionReport/reportCursor';
import { shapeAt } from '../../completionReport/shapeAt';
import { REPORT_ROOT, type ReportKeyKind, reportKeys } from '../../sectionKinds/reportKeys';
import { asMarkdown } from '../../text/markdown';
import { quoted } from '../../text/quoted';

/** A known key of the report. */
export const describeReportKey = ({ key, shape, summary }: ReportKeyKind): string =>
  `**${key}** (key of the completion report, a ${shape})\n\n${asMarkdown(summary)}`;

/** What belongs under a key of a report template; undefined when the cursor is not on a key. */
export function describeReportCursor(
  { file, report: reportOf }: Agent,
  { above, nested }: ReportCursor,
): string | undefined {
  const { key, path } = nested;
  if (nested.at !== 'key' || key === undefined) return undefined;
  if (above) return key === REPORT_ROOT ? aboutRoot : undefined;
  const known = path.length === 0 ? reportKeys.find((kind) => kind.key === key) : undefined;
  if (known !== undefined) return describeReportKey(known);
  const report = reportOf();
  const shape = report === undefined ? undefined : shapeAt(file.source.text, report, [...path, key]);
  return shape === undefined
    ? undefined
    : `**${quoted(key)}** (key of the report template)\n\nType: ${shapeText(shape)}`;
}

const aboutRoot = `**${REPORT_ROOT}** (report template)

The report that ends every task. \`agent-authoring report schema\` prints its JSON Schema, \`agent-authoring report check\` checks a report against it.`;
