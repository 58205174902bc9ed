/** Finds where the body plainly tells the agent to use a tool. */

import { presentName } from '../hosts/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { baseName } from '../hosts/toolName';
import type { Sentence } from '../prose/sentences';
import { otherPeople } from '../prose/wording/commands';
import { toolNouns, useVerbs } from '../prose/wording/instructions';
import { role } from '../prose/wording/roles';
import { means, spanOf, type Word } from '../prose/words';
import { lazyFor } from '../text/lazy';
import { memo } from '../text/memo';
import type { Span } from '../text/span';

/** A place in the body that requires a tool of the host or of an MCP server. */
export interface ToolMention {
  readonly tool: string;
  readonly span: Span;
}

/** How many words may be between the verb and the name: "use the built-in `X`". */
const NEAR = 3;

/** The tools of the host that a sentence tells to use. */
export function toolMentions({ words, paragraph }: Sentence, format: Format): readonly ToolMention[] {
  if (!means(words, role.uses)) return [];
  const found: ToolMention[] = [];
  for (const [i, word] of words.list.entries()) {
    const tool = word.quoted ? undefined : toolOf(word, format);
    if (tool !== undefined && isAskedFor(words.list, i, format)) found.push({ tool, span: spanOf(word, paragraph.at) });
  }
  return found;
}

/** The tools of the host that a sentence names in words that can mean nothing else, whatever it says about them. */
export const namedTools = ({ words }: Sentence, format: Format): readonly string[] =>
  words.list.flatMap((word) => (isPlainlyName(word) ? (toolOf(word, format) ?? []) : []));

/** Whether a word is the name of something rather than an English word: `WebSearch`, or a code span with a capital letter, an underscore or a slash. */
const isPlainlyName = ({ raw, code }: Word): boolean => (code && /[A-Z_/]/.test(raw)) || isCompound(raw);

/** The current name of the tool that a word names. */
const toolOf = ({ raw }: Word, format: Format): string | undefined => toolsIn(format)(raw);

const toolsIn = lazyFor((format: Format) =>
  memo(1 << 16, (raw): string | undefined => {
    const written = baseName(raw);
    // Most words are not names, and classifying a word compares it with every known name.
    if (lookup(format.tools, written) === undefined && lookup(format.retired, written) === undefined) return undefined;
    const name = presentName(raw, format);
    const tool = name === undefined ? undefined : lookup(format.tools, name);
    return tool === undefined || tool.subagents === 'never' || tool.status === 'internal' ? undefined : name;
  }),
);

/** "use `X`", "use the X tool", "using X and Y tools"; a bare name that is an ordinary word needs the word "tool" after it. */
function isAskedFor(words: readonly Word[], at: number, format: Format): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const next = words[at + 1];
  const isCalledTool = word.after === '' && toolNouns.has(next?.text ?? '');
  const isShell = lookup(format.tools, word.raw)?.effect === 'runs';
  if (!word.code && !isCalledTool && (isShell || !isCompound(word.raw))) return false;
  for (let i = at - 1; i >= 0 && i >= at - 1 - NEAR; i--) {
    const before = words[i];
    if (before === undefined) return false;
    if (!before.code && useVerbs.has(before.text)) return !otherPeople.has(words[i - 1]?.text ?? '');
    // Between the verb and the name are articles and other tools, and nothing that ends the phrase.
    if (!links.has(before.text) && toolOf(before, format) === undefined) return false;
  }
  return false;
}

const links: ReadonlySet<string> = new Set(['the', 'a', 'an', 'your', 'and', 'or', 'both', 'built-in', 'its']);

/** Names such as `WebSearch`, which cannot mean anything else in English. */
export function isCompound(name: string): boolean {
  for (let i = 2; i < name.length; i++) {
    const isUpper = name.charAt(i) !== name.charAt(i).toLowerCase();
    const isLower = name.charAt(i - 1) !== name.charAt(i - 1).toUpperCase();
    if (isUpper && isLower) return true;
  }
  return false;
}
