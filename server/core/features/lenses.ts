/** Code lenses: above the first line, what happens to the agent when its host loads it. */

import type { CodeLens } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import { isNoteName } from '../text/paths';
import { asPlain } from '../text/quoted';
import type { Around } from '../workspace/around';
import { lostLine, verdictLine } from './hover/verdictText';

/** Takes the URI of a document. */
const SHOW = 'agentAuthoring.showWhatHostSees';

/**
 * The lenses of the file at `path`; none for notes such as a README, which are not meant to load.
 * @param around The files around the agent; undefined while they are not known.
 * @param shows Whether the client has the command that shows what the host sees.
 */
export function lensesOf(agent: Agent, around?: Around, shows = false): readonly CodeLens[] {
  const verdict = agent.verdict();
  if (verdict === undefined || (verdict.cause === 'not-an-agent' && isNoteName(agent.path))) return [];
  // Every project has instructions, and that they are read is nothing to say.
  if (agent.format.kind === 'instructions' && verdict.verdict === 'loads') return [];
  const start = { line: 0, character: 0 };
  const title = asPlain(lostLine(agent.path, verdict, around) ?? verdictLine(verdict, agent.format));
  const isShown = shows && agent.path !== undefined;
  // Editors show a command without a name as plain text.
  const command = isShown ? { title, command: SHOW, arguments: [agent.path] } : { title, command: '' };
  return [{ range: { start, end: start }, command }];
}
