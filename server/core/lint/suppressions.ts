/** Comments that silence rules: in YAML `# agent-authoring-ignore rule`, in Markdown `<!-- agent-authoring-ignore rule -->`. */
import type { AgentFile } from '../syntax/tree';
import { isLineBreak } from '../text/chars';
import { lineAt } from '../text/source';
import type { Span } from '../text/span';

const MARK = 'agent-authoring-ignore';

/** What follows the mark when the whole file is meant. */
const FILE = '-file';

/** UTF-16 code units in which the rule ids of one comment must stand, so that many comments on one line cost no more. */
const LONGEST = 500;

/**
 * Finds the suppressions of a file.
 *
 * A comment speaks for its own line and the next one. `agent-authoring-ignore-file` speaks for the whole file. Without rule
 * ids it silences every rule; several ids are separated by commas or blanks.
 * @returns Whether `rule` is silenced at a span.
 */
export function suppressionsOf(file: AgentFile): (rule: string, range: Span) => boolean {
  const { text } = file.source;
  const byLine = new Map<number, readonly string[]>();
  const everywhere = new Set<string>();
  let isAllSilent = false;
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length)) {
    if (!standsInComment(text, at)) continue;
    const isFile = text.startsWith(FILE, at + MARK.length);
    const ids = idsFrom(text, at + MARK.length + (isFile ? FILE.length : 0));
    if (!isFile) byLine.set(lineAt(file.source, at), ids);
    else if (ids.length === 0) isAllSilent = true;
    else for (const id of ids) everywhere.add(id);
  }
  const silences = (ids: readonly string[] | undefined, rule: string): boolean =>
    ids !== undefined && (ids.length === 0 || ids.includes(rule));
  return (rule, range) => {
    if (isAllSilent || everywhere.has(rule)) return true;
    if (byLine.size === 0) return false;
    const line = lineAt(file.source, range.start);
    return silences(byLine.get(line), rule) || silences(byLine.get(line - 1), rule);
  };
}

/** Whether a comment in some lines silences something on single lines, so that it matters on which line a thing stands. */
export function speaksOfLines(lines: string): boolean {
  for (let at = lines.indexOf(MARK); at >= 0; at = lines.indexOf(MARK, at + MARK.length))
    if (standsInComment(lines, at) && !lines.startsWith(FILE, at + MARK.length)) return true;
  return false;
}

/** Whether the mark directly follows `#` or `<!--` and blanks. */
function standsInComment(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && (text[before - 1] === ' ' || text[before - 1] === '\t')) before--;
  return text[before - 1] === '#' || text.startsWith('<!--', before - 4);
}

function idsFrom(text: string, from: number): readonly string[] {
  const last = Math.min(text.length, from + LONGEST);
  let end = from;
  while (end < last && !isLineBreak(text.charCodeAt(end)) && !(text[end] === '-' && text.startsWith('-->', end))) end++;
  return text
    .slice(from, end)
    .split(/[ ,\t]/)
    .filter((id) => id !== '');
}
