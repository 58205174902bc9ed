/** The keys of completion reports in the fences of a body. */
import { keyLinesIn } from '../../completionReport/keyLines';
import { reportOf } from '../../completionReport/template';
import type { AgentFile, Fence } from '../../syntax/tree';
import { type Span, span } from '../../text/span';

/** The root key of each report in a YAML fence and the keys directly below it, and the same of a template in JSON, in file order. */
export const reportKeysOf = (file: AgentFile): readonly Span[] => {
  const { source, body } = file;
  const inYaml = body.fences.flatMap((fence) => (isYaml(fence) ? keyLinesIn(source.text, fence.content) : []));
  return [...inYaml, ...jsonKeys(file)].sort((a, b) => a.start - b.start);
};

const isYaml = ({ language }: Fence): boolean => language === 'yaml' || language === 'yml';

/** Between their quotes. */
function jsonKeys(file: AgentFile): readonly Span[] {
  const report = reportOf(file);
  if (report?.syntax !== 'json' || report.rootEntry === undefined) return [];
  return [report.rootEntry, ...report.entries].map(({ keySpan: { start, end } }) =>
    file.source.text[start] === '"' ? span(start + 1, end - 1) : span(start, end),
  );
}
