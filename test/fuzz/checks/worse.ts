/**
 * Says what a change makes worse for the host, from its verdict before and after. It shares no code with the proof that fixes need,
 * apart from how the host reads a file.
 */

import { deniedBy, deniedNames, wordsOf } from '../../../server/core/hosts/effectiveTools';
import { type Fields, fieldsOf } from '../../../server/core/hosts/reading';
import { classifyTool } from '../../../server/core/hosts/toolName';
import type { Agent } from '../../../server/core/index';
import { fieldMeanings } from '../../../server/core/syntax/meaning';

const fieldsIn = (agent: Agent): Fields => {
  const reading = agent.reading();
  return fieldsOf(agent.file.source.text, reading.kind === 'read' ? reading.entries : []);
};

/** Roles of fields that start something, connect to something, or decide what the agent may do without asking. */
const POWERS = new Set(['events', 'servers', 'mode']);

/** What the host reads in fields with power. */
function powersIn(agent: Agent): string {
  const reading = agent.reading();
  const meanings = fieldMeanings(reading.kind === 'read' ? reading.entries : []);
  const powers = Object.entries(agent.format.fields).filter(([, { role }]) => role !== undefined && POWERS.has(role));
  return JSON.stringify(powers.map(([key]) => [key, meanings.get(key)]));
}

const wordsIn = (agent: Agent): readonly string[] => {
  const fields = fieldsIn(agent);
  const { format } = agent;
  return [...(wordsOf(fields, 'allow', format) ?? []), ...(wordsOf(fields, 'deny', format) ?? [])];
};

/** Words without a meaning that the tables explain; a safe fix must keep them, because a person may mean something by them. */
const unexplainedIn = (agent: Agent): readonly string[] =>
  wordsIn(agent).filter(
    (word) => !['tool', 'retired', 'case', 'wildcard'].includes(classifyTool(word, agent.format).kind),
  );

/** What is worse after a change, as a short sentence; undefined when nothing is. */
export function worse(before: Agent, after: Agent): string | undefined {
  const was = before.verdict();
  const is = after.verdict();
  if (was === undefined || is === undefined) return undefined;
  if (was.cause !== null) return is.cause === null ? looser(before, after) : undefined;
  if (is.cause !== null) return 'it no longer loads';
  if (is.name !== was.name) return 'it has another name';
  if (was.verdict === 'loads' && is.verdict !== 'loads') return 'it loads with problems';
  if (powersIn(before) !== powersIn(after)) return 'its hooks, servers or modes changed';
  const words = new Set(wordsIn(after));
  if (unexplainedIn(before).some((word) => !words.has(word))) return 'a word of a list is lost';
  const isDenied = deniedBy(wordsOf(fieldsIn(after), 'deny', after.format) ?? [], after.format);
  if (!deniedNames(fieldsIn(before), before.format).every(isDenied)) return 'it denies less';
  if (was.tools.inherited) return undefined;
  if (is.tools.inherited) return 'it inherits every tool';
  const had = new Set(was.tools.effective);
  return is.tools.effective.every((name) => had.has(name)) ? undefined : 'it has more tools';
}

/** What an agent that did not load gets although its text limits it. */
function looser(before: Agent, after: Agent): string | undefined {
  const { text } = before.file.source;
  const { tools } = after.format.fields;
  const isLimited = tools !== undefined && /^tools:/m.test(text.replaceAll('\r', '\n'));
  const reading = after.reading();
  const keys = reading.kind === 'read' ? reading.entries.map(({ key }) => key) : [];
  if (isLimited && !keys.includes('tools')) return 'it loads without the list that limits it';
  const isDenied =
    /^disallowedTools:/m.test(text.replaceAll('\r', '\n')) && after.format.fields['disallowedTools'] !== undefined;
  return isDenied && !keys.includes('disallowedTools') ? 'it loads without the list that denies' : undefined;
}
