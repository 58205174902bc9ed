/** Finds tools in the body that the host no longer has. */

import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import type { Retired } from '../hosts/tool';
import { baseName } from '../hosts/toolName';
import type { Sentence, Word } from '../prose/sentences';
import { pastWords, toolNouns, useVerbs } from '../prose/wording/instructions';
import { type Span, span } from '../text/span';
import type { Agent } from './agent';
import { instructs, isCompound } from './toolMentions';

export interface RemovedMention {
  readonly name: string;
  readonly retired: Retired;
  readonly span: Span;
  /** Whether the sentence also names the tool that replaces it. */
  readonly hasReplacement: boolean;
}

/** The removed tools in sentences that instruct, in file order. */
export function removedMentions(agent: Agent): readonly RemovedMention[] {
  const listed = new Set(agent.toolLists().flatMap(({ all }) => all.map(({ item }) => baseName(item.text))));
  return agent.sentences().flatMap((sentence) => (instructs(sentence) ? inSentence(sentence, agent, listed) : []));
}

function inSentence({ words }: Sentence, { format }: Agent, listed: ReadonlySet<string>): readonly RemovedMention[] {
  if (words.some(({ text, code }) => !code && pastWords.has(text))) return [];
  return words.flatMap((word): readonly RemovedMention[] => {
    const name = baseName(word.raw);
    const retired = word.quoted ? undefined : lookup(format.retired, name);
    if (retired?.state !== 'removed') return [];
    const others = words.filter((other) => other !== word);
    // The name may also be one of the project's own: only what is around it shows that it is a tool.
    const isTool = isCompound(name)
      ? listed.has(name) || others.some((other) => isToolWord(other, other.span.start < word.span.start, format))
      : word.code && others.some(({ raw, code }) => code && lookup(format.tools, baseName(raw)) !== undefined);
    if (!isTool) return [];
    const { replacement } = retired;
    const hasReplacement = words.some(({ raw }) => baseName(raw) === replacement);
    return [{ name, retired, span: span(word.span.start, word.span.start + name.length), hasReplacement }];
  });
}

/** Whether a word of the sentence is a tool, or says that its neighbor is one. */
const isToolWord = ({ raw, text, code }: Word, isBefore: boolean, format: Format): boolean =>
  lookup(format.tools, baseName(raw)) !== undefined ||
  (!code && (toolNouns.has(text) || (isBefore && useVerbs.has(text))));
