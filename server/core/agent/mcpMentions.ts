/** Finds where the body requires tools of MCP servers: by their full names, or as "MCP tools" in general. */

import type { Format } from '../hosts/host';
import { isMcpName } from '../hosts/toolName';
import { isWithin } from '../prose/codeRegions';
import { sectionRegions } from '../prose/sectionRegions';
import type { Sentence } from '../prose/sentences';
import { grantingSections, toolNouns } from '../prose/wording/instructions';
import { role } from '../prose/wording/roles';
import { means, spanOf, type Word } from '../prose/words';
import type { AgentFile } from '../syntax/tree';
import { isDigit, isLetter } from '../text/chars';
import { type Span, span } from '../text/span';
import type { ToolMention } from './toolMentions';

/** The full names of MCP tools in a sentence. */
export function mcpMentions({ words, paragraph }: Sentence, format: Format): readonly ToolMention[] {
  if (format.mcp.isTool === undefined || !means(words, role.code | role.name)) return [];
  const found: ToolMention[] = [];
  for (const word of words.list) {
    if (word.quoted || !isMcpName(word.raw, format)) continue;
    const name = nameOf(word);
    if (format.mcp.isTool?.(name) === true && format.mcp.fault(name) === undefined)
      found.push({ tool: name, span: spanOf(word, paragraph.at) });
  }
  return found;
}

/** A code span may show a call, `mcp__db__query(…)`. */
const nameOf = ({ raw }: Word): string => raw.slice(0, mcpNameEnd(raw, 0));

/** Where the name that begins at `at` ends. */
export function mcpNameEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++;
  return end;
}

const isNameCharacter = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 0x5f || code === 0x2d || code === 0x2a;

/**
 * The first mention of "MCP tools" in a file that somewhere tells the agent to use such tools, or lists them among what it may
 * use; undefined when the file only speaks of them.
 * @param sentences Those that instruct, in file order.
 */
export function serverMention(file: AgentFile, sentences: readonly Sentence[]): Span | undefined {
  const mentions = sentences
    .filter(({ words }) => means(words, role.server))
    .flatMap((sentence) => mentionIn(sentence) ?? []);
  if (mentions.length === 0) return undefined;
  const allowed = sectionRegions(file, (kind) => grantingSections.has(kind)).map((area) => area.span);
  const isAsked = mentions.some(({ at, isUsed }) => isUsed || isWithin(allowed, at.start));
  return isAsked ? mentions[0]?.at : undefined;
}

/** Where a sentence speaks of "MCP tools" or an "MCP tool", and whether a verb of using is at most three words before it. */
function mentionIn({ words, paragraph }: Sentence): { readonly at: Span; readonly isUsed: boolean } | undefined {
  const { list } = words;
  const i = list.findIndex(
    (word, at) => means(word, role.server) && word.after === '' && toolNouns.has(list[at + 1]?.text ?? ''),
  );
  const first = list[i];
  const second = list[i + 1];
  if (first === undefined || second === undefined) return undefined;
  return {
    at: span(paragraph.at + first.start, paragraph.at + second.end),
    isUsed: list.slice(Math.max(0, i - 4), i).some((word) => means(word, role.uses)),
  };
}
