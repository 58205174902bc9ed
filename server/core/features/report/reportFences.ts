/** The keys of completion reports in the code blocks of a body. */
import type { Agent } from '../../agent/agent';
import { keyLinesIn } from '../../completionReport/keyLines';
import type { Fence } from '../../syntax/tree';
import { type Span, span } from '../../text/span';

/**
 * The root key of each report in a YAML code block and the keys directly below it, and the same for a JSON template, in file
 * order.
 */
export const reportKeysOf = (agent: Agent): readonly Span[] => {
  const { source, body } = agent.file;
  const inYaml = body.fences.flatMap((fence) => (isYaml(fence) ? keyLinesIn(source.text, fence.content) : []));
  return [...inYaml, ...jsonKeys(agent)].sort((a, b) => a.start - b.start);
};

const isYaml = ({ language }: Fence): boolean => language === 'yaml' || language === 'yml';

/** Without their quotes. */
function jsonKeys({ file, report: reportOf }: Agent): readonly Span[] {
  const report = reportOf();
  if (report?.syntax !== 'json' || report.rootEntry === undefined) return [];
  return [report.rootEntry, ...report.entries].map(({ keySpan: { start, end } }) =>
    file.source.text[start] === '"' ? span(start + 1, end - 1) : span(start, end),
  );
}
