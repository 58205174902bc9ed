/** The completion report of an agent as a snippet, for commands that insert it. */
import type { Agent } from '../../agent/agent';
import type { ReportKeyKind } from '../../sectionKinds/reportKeys';
import { reportLines } from './reportLines';

/** The report in a YAML fence, in the syntax of LSP snippets, lines divided by LF; for a file that has one too. */
export const reportSnippetOf = (agent: Agent, reportKeys: readonly ReportKeyKind[]): string =>
  ['```yaml', ...reportLines({ agent, snippets: true, reportKeys }), '```'].join('\n');
