/** The completion report of an agent as a snippet, for commands that insert it. */
import type { Format } from '../../hosts/host';
import type { ReportKeyKind } from '../../sectionKinds/reportKeys';
import type { AgentFile } from '../../syntax/tree';
import { reportLines } from './reportLines';

/** The report in a YAML fence, in the syntax of LSP snippets, lines divided by LF; for a file that has one too. */
export const reportSnippetOf = (file: AgentFile, format: Format, reportKeys: readonly ReportKeyKind[]): string =>
  ['```yaml', ...reportLines({ file, format, snippets: true, reportKeys }), '```'].join('\n');
