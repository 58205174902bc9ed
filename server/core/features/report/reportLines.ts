/** The whole completion report as lines of YAML, with the agent's own name and the keys of its repository. */

import type { Agent } from '../../agent/agent';
import { agentNameOf } from '../../agent/agentName';
import { REPORT_AGENT, REPORT_ROOT, type ReportKeyKind, reportKeys } from '../../sectionKinds/reportKeys';
import { escaped } from '../completion/request';

export interface ReportRequest {
  readonly agent: Agent;
  /** Whether the places to fill in become the tab stops of a snippet. */
  readonly snippets: boolean;
  /** The keys that the settings ask for; without any the usual ones are taken. */
  readonly reportKeys: readonly ReportKeyKind[];
}

/** The lines, without a fence. */
export function reportLines({ agent, snippets, reportKeys: asked }: ReportRequest): readonly string[] {
  const name = agentNameOf(agent);
  const own = name !== undefined && isPlain(name) ? name : undefined;
  const lines = (asked.length > 0 ? asked : reportKeys).flatMap(({ key, shape, place }, i) => {
    const blank = snippets ? `\${${i + 1}:[${escaped(place)}]}` : `[${place}]`;
    if (key === REPORT_AGENT && own !== undefined) return [`  ${key}: "${own}"`];
    return shape === 'list' ? [`  ${key}:`, `    - "${blank}"`] : [`  ${key}: "${blank}"`];
  });
  return [`${REPORT_ROOT}:`, ...lines];
}

/** Whether a name needs no escapes in quotes or in a snippet. */
export const isPlain = (name: string): boolean => /^[\w .-]+$/.test(name);
