/** Finds where the body tells the agent to use a skill by its name. */

import type { Sentence } from '../prose/sentences';
import { otherPeople } from '../prose/wording/commands';
import { role } from '../prose/wording/roles';
import { plainSkillVerbs, SKILL_FILE, skillParts, skillVerbs, tellVerbs } from '../prose/wording/skills';
import { means, spanOf, type Word } from '../prose/words';
import type { Fence } from '../syntax/tree';
import { lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import { type Span, span, textAt } from '../text/span';
import type { Agent } from './agent';
import { isInstructing } from './commandBlocks';

export interface SkillMention {
  readonly skill: string;
  readonly span: Span;
}

/** How many words may be between the verb and the name: "load the matching `x` skill". */
const NEAR = 3;

/**
 * "Use the `deploy` skill", "invoke the skill `deploy`", "use `skill: deploy`", and calls in code blocks; nothing in a body that
 * names the file of a skill, which the agent may read instead.
 * @param sentences Those that instruct, in file order.
 * @param tool The tool that runs skills.
 */
export function skillMentions(agent: Agent, sentences: readonly Sentence[], tool: string): readonly SkillMention[] {
  const { text } = agent.file.source;
  const inText = sentences.flatMap(inSentence);
  // Few texts call the tool, and one search finds out.
  const inCode = text.includes(`${tool}(`)
    ? agent.file.body.fences
        .filter((fence) => isInstructing(agent, fence))
        .flatMap((fence) => callsIn(text, fence, tool))
    : [];
  const found = [...inText, ...inCode];
  return found.length > 0 && text.toLowerCase().includes(SKILL_FILE) ? [] : found;
}

function inSentence({ words, paragraph: { at, reading } }: Sentence): readonly SkillMention[] {
  if (!means(words, role.usesSkill) || !means(words, role.skill | role.code)) return [];
  const { list } = words;
  return list.flatMap((word, i): readonly SkillMention[] => {
    const skill = skillNamed(list, i);
    return skill !== undefined && isAskedFor(list, i, reading.text) ? [{ skill, span: spanOf(word, at) }] : [];
  });
}

/** The name of the skill when a word or code span is one: "skill" is in it, or beside it. */
function skillNamed(words: readonly Word[], at: number): string | undefined {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined) return undefined;
  const isLabelled = isNoun(before) && before?.after === ':';
  if (!word.code) {
    const isName = /^[a-z\d]+(?:-[a-z\d]+)+$/.test(word.raw) || (word.quoted && isLabelled);
    return isName && (isLabelled || (!word.quoted && isBesideNoun(words, at))) ? word.raw : undefined;
  }
  if (word.quoted) return undefined;
  const labelled = /^skills?: ?["']?([a-z][\w:-]*)["']?$/.exec(word.raw);
  if (labelled !== null) return labelled[1];
  return /^[a-z][\w:-]*$/.test(word.raw) && (isLabelled || isBesideNoun(words, at)) ? word.raw : undefined;
}

/** "the skill `x`" or "the `x` skill"; not "the `x` skill scripts". */
function isBesideNoun(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (isNoun(before) && before?.after === '') return true;
  return words[at]?.after === '' && isNoun(words[at + 1]) && !skillParts.has(words[at + 2]?.text ?? '');
}

const isNoun = (word: Word | undefined): boolean => means(word, role.skill);

/** Whether a verb of using is before the name, for the agent itself and not in a remark in parentheses. */
function isAskedFor(words: readonly Word[], at: number, text: string): boolean {
  const isPlain = words[at]?.code === false && words[at - 1]?.after !== ':';
  const verbs = isPlain ? plainSkillVerbs : skillVerbs;
  for (let i = at - 1; i >= 0 && i >= at - 1 - NEAR; i--) {
    const word = words[i];
    if (word === undefined || word.code || word.quoted) return false;
    if (!verbs.has(word.text)) continue;
    const before = text.slice(words[0]?.start, word.start);
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) return false;
    return !words.slice(0, i).some(({ text, code }) => !code && (otherPeople.has(text) || tellVerbs.has(text)));
  }
  return false;
}

/** Lines of a code block that call the tool, with the name of the skill. */
function callsIn(text: string, { content }: Fence, tool: string): readonly SkillMention[] {
  const found: SkillMention[] = [];
  const start = `${tool}(`;
  const code = textAt(text, content);
  let next = 0;
  for (let index = code.indexOf(start); index >= 0; index = code.indexOf(start, next)) {
    const at = content.start + index;
    const line = lineFrom(text, at);
    // A call begins its line, so each line is looked at once.
    next = line.next - content.start;
    if (skipSpaces(text, Math.max(lineStartAt(text, at), content.start), at) < at) continue;
    const open = at + start.length;
    const call = /^(?:(?:skill|name) ?[:=] ?)?["']([\w:-]+)["']/.exec(text.slice(open, Math.min(line.end, open + 200)));
    const skill = call?.[1];
    if (call !== null && skill !== undefined) {
      const from = open + call[0].length - 1 - skill.length;
      found.push({ skill, span: span(from, from + skill.length) });
    }
  }
  return found;
}
