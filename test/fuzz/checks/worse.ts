/**
 * Says what a change makes worse for the host, from its verdict before and after. It shares no code with the proof that fixes need,
 * apart from how the host reads a file.
 */

import { deniedBy, deniedNames, wordsOf } from '../../../server/core/hosts/effectiveTools';
import { countingEntry, type Fields, fieldsOf } from '../../../server/core/hosts/reading';
import { classifyTool } from '../../../server/core/hosts/toolName';
import type { Agent } from '../../../server/core/index';
import { fieldMeanings } from '../../../server/core/syntax/meaning';

const fieldsIn = (agent: Agent): Fields => {
  const reading = agent.reading();
  const entries = reading.kind === 'read' ? reading.entries : [];
  return fieldsOf(agent.file.source.text, entries, agent.format.on.duplicateKey.counts);
};

/** Roles of fields that start something, connect to something, or decide what the agent may do without asking. */
const POWERS = new Set(['events', 'servers', 'mode']);

/** What the host reads in fields with power. */
function powersIn(agent: Agent): string {
  const reading = agent.reading();
  const entries = reading.kind === 'read' ? reading.entries : [];
  const { counts } = agent.format.on.duplicateKey;
  const meanings = fieldMeanings(entries.filter((entry) => countingEntry(entries, entry.key, counts) === entry));
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
    (word) => !['tool', 'retired', 'case', 'wildcard', 'shell'].includes(classifyTool(word, agent.format).kind),
  );

const deniedIn = (agent: Agent): ((name: string) => boolean) =>
  deniedBy(wordsOf(fieldsIn(agent), 'deny', agent.format) ?? [], agent.format);

/** What is worse after a change, as a short sentence; undefined when nothing is. */
export function worse(before: Agent, after: Agent): string | undefined {
  const was = before.verdict();
  const is = after.verdict();
  if (was === undefined || is === undefined) return undefined;
  if (was.cause === null && is.cause !== null) return 'it no longer loads';
  // An agent of a plugin loads without the fields of frontmatter that the host does not read.
  const isRead = is.cause === null && after.reading().kind === 'read';
  if (was.cause !== null || before.reading().kind !== 'read') return isRead ? looser(before, after) : undefined;
  if (is.name !== was.name) return 'it has another name';
  if (was.verdict === 'loads' && is.verdict !== 'loads') return 'it loads with problems';
  if (powersIn(before) !== powersIn(after)) return 'its hooks, servers or modes changed';
  const words = new Set(wordsIn(after));
  if (unexplainedIn(before).some((word) => !words.has(word))) return 'a word of a list is lost';
  const isDenied = deniedIn(after);
  if (
    deniedNames(fieldsIn(before), before.format)
      .filter(deniedIn(before))
      .some((name) => !isDenied(name))
  )
    return 'it denies less';
  if (was.tools.inherited) return undefined;
  if (is.tools.inherited) return 'it inherits every tool';
  const had = new Set(was.tools.effective);
  return is.tools.effective.every((name) => had.has(name)) ? undefined : 'it has more tools';
}

/** Fields that limit an agent. */
const LIMITS: readonly string[] = ['tools', 'disallowedTools'];

/** Whether an agent whose frontmatter was not read gets by without a limit that is written there. */
function looser({ file }: Agent, after: Agent): string | undefined {
  const all = file.source.text.split(/[\r\n]+/);
  // What is after the second line of dashes is instructions, whoever reads them.
  const dashes = all.flatMap((line, i) => (line.trim() === '---' ? [i] : []));
  const lines = all.slice(0, dashes[1]);
  const reading = after.reading();
  const keys = reading.kind === 'read' ? reading.entries.map(({ key }) => key) : [];
  const lost = LIMITS.find(
    (key) =>
      after.format.fields[key] !== undefined && lines.some((line) => line.startsWith(`${key}:`)) && !keys.includes(key),
  );
  return lost === undefined ? undefined : `it loads without its ${lost}`;
}
