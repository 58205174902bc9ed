/** Finds where the body requires tools of MCP servers: by their full names, or as "MCP tools" in general. */

import type { Format } from '../hosts/host';
import { isWithin } from '../prose/codeRegions';
import { sectionRegions } from '../prose/sectionRegions';
import type { Sentence, Word } from '../prose/sentences';
import { grantingSections, toolNouns, useVerbs } from '../prose/wording/instructions';
import type { AgentFile } from '../syntax/tree';
import { isDigit, isLetter } from '../text/chars';
import { type Span, span } from '../text/span';
import type { Mention } from './toolMentions';

/** The full names of MCP tools in a sentence. */
export function mcpMentions({ words }: Sentence, format: Format): readonly Mention[] {
  const found: Mention[] = [];
  for (const word of words) {
    if (word.quoted || !word.raw.startsWith(format.mcp.prefix)) continue;
    const name = nameOf(word);
    if (format.mcp.isTool?.(name) === true && format.mcp.fault(name) === undefined)
      found.push({ tool: name, span: word.span });
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
  const mentions = sentences.flatMap((sentence) => {
    const at = placeIn(sentence);
    return at === undefined ? [] : [{ sentence, at }];
  });
  const allowed = sectionRegions(file, (kind) => grantingSections.has(kind)).map((area) => area.span);
  const isAsked = mentions.some(({ sentence, at }) => usesBefore(sentence, at) || isWithin(allowed, at.start));
  return isAsked ? mentions[0]?.at : undefined;
}

/** "MCP tools" or "MCP tool". */
function placeIn({ words }: Sentence): Span | undefined {
  const i = words.findIndex(
    ({ text, code, after }, at) => text === 'mcp' && !code && after === '' && toolNouns.has(words[at + 1]?.text ?? ''),
  );
  const first = words[i];
  const second = words[i + 1];
  return first === undefined || second === undefined ? undefined : span(first.span.start, second.span.end);
}

/** Whether a verb of using is before the mention, with at most three words between. */
function usesBefore({ words }: Sentence, at: Span): boolean {
  const i = words.findIndex((word) => word.span.start === at.start);
  return words.slice(Math.max(0, i - 4), i).some(({ text, code }) => !code && useVerbs.has(text));
}
