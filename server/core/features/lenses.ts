/** Code lenses: above the first line, what becomes of the agent when its host loads it. */
import type { CodeLens } from 'vscode-languageserver-types';
import type { Format } from '../hosts/host';
import { loadVerdict } from '../hosts/index';
import type { AgentFile } from '../syntax/tree';
import { isNoteName } from '../text/paths';
import { verdictLine } from './hover/verdictText';

/** The lenses of the file at `path`; none for notes such as a README, which nobody expects to load. */
export function lensesOf(file: AgentFile, format: Format, path: string | undefined): readonly CodeLens[] {
  const verdict = loadVerdict(file, format, path);
  if (verdict === undefined || (verdict.cause === 'not-an-agent' && isNoteName(path))) return [];
  const start = { line: 0, character: 0 };
  // A command without a name is text to an editor: there is nothing to click.
  return [{ range: { start, end: start }, command: { title: verdictLine(verdict), command: '' } }];
}
