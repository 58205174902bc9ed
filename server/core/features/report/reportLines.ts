/** The whole completion report as lines of YAML, with the agent's own name and the keys of its repository. */

import type { Agent } from '../../agent/agent';
import { REPORT_AGENT, type ReportKeyKind, reportKeys, reportTemplate } from '../../sectionKinds/reportKeys';
import { snippetText } from '../../text/snippet';

export interface ReportRequest {
  readonly agent: Agent;
  /** Whether placeholders become the tab stops of a snippet. */
  readonly snippets: boolean;
  /** The keys that the settings require; the usual ones when there are none. */
  readonly reportKeys: readonly ReportKeyKind[];
}

/** The lines, without a fence. */
export function reportLines({ agent, snippets, reportKeys: asked }: ReportRequest): readonly string[] {
  const name = agent.name();
  const own = name !== undefined && isPlain(name) ? name : undefined;
  return reportTemplate(asked.length > 0 ? asked : reportKeys, ({ key, place }, i) => {
    if (key === REPORT_AGENT && own !== undefined) return own;
    return snippets ? `\${${i + 1}:[${snippetText(place)}]}` : `[${place}]`;
  });
}

/** Whether a name needs no escapes in quotes or in a snippet. */
export const isPlain = (name: string): boolean => /^[\w .-]+$/.test(name);
