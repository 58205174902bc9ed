/** Code lenses: above the first line, what happens to the agent when its host loads it. */

import type { CodeLens } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import { isNoteName } from '../text/paths';
import { verdictLine } from './hover/verdictText';

/** The lenses of the file at `path`; none for notes such as a README, which are not meant to load. */
export function lensesOf(agent: Agent): readonly CodeLens[] {
  const verdict = agent.verdict();
  if (verdict === undefined || (verdict.cause === 'not-an-agent' && isNoteName(agent.path))) return [];
  const start = { line: 0, character: 0 };
  // Editors show a command without a name as plain text.
  return [{ range: { start, end: start }, command: { title: verdictLine(verdict), command: '' } }];
}
