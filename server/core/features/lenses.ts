/** Code lenses: above the first line, what happens to the agent when its host loads it. */

import type { CodeLens } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import type { LoadVerdict } from '../hosts/verdict';
import { isNoteName, shortPath } from '../text/paths';
import { quoted, quotedPath } from '../text/quoted';
import { asLine, MAX_TITLE } from '../text/visible';
import type { Around } from '../workspace/around';
import { verdictLine } from './hover/verdictText';

/**
 * The lenses of the file at `path`; none for notes such as a README, which are not meant to load.
 * @param around The files around the agent; undefined while they are not known.
 */
export function lensesOf(agent: Agent, around?: Around): readonly CodeLens[] {
  const verdict = agent.verdict();
  if (verdict === undefined || (verdict.cause === 'not-an-agent' && isNoteName(agent.path))) return [];
  // Every project has instructions, and that they are read is nothing to say.
  if (agent.format.kind === 'instructions' && verdict.verdict === 'loads') return [];
  const start = { line: 0, character: 0 };
  const title = lostLine(agent.path, verdict, around) ?? verdictLine(verdict);
  // Editors show a command without a name as plain text.
  return [{ range: { start, end: start }, command: { title, command: '' } }];
}

/** What to say about an agent that could be loaded while another file has its name; undefined when it is loaded. */
export function lostLine(
  path: string | undefined,
  { verdict, name }: LoadVerdict,
  around: Around | undefined,
): string | undefined {
  if (path === undefined || name === null || verdict === 'does-not-load' || around === undefined) return undefined;
  if (around.sameNames === 'listed') return undefined;
  const rivals = around.rivals();
  // The index may be about an earlier state of the file.
  if (!rivals.some((rival) => rival.path === path && rival.name === name)) return undefined;
  const winner = rivals.at(-1);
  const line = (text: string, other: string): string =>
    asLine(`${text} ${quotedPath(shortPath(other, path))}`, MAX_TITLE);
  if (rivals.length > 1 && !around.hasWinner) {
    const other = rivals.find((rival) => rival.path !== path);
    return other && line(`Not always loaded: ${quoted(name)} is also the name of`, other.path);
  }
  return winner === undefined || winner.path === path
    ? undefined
    : line(`Not loaded: ${quoted(name)} is loaded from`, winner.path);
}
