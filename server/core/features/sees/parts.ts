/** All that one host sees of an agent, part by part. */
import type { Agent } from '../../agent/agent';
import { promptText } from '../../agent/promptText';
import { nounOf } from '../../hosts/nouns';
import { quoted } from '../../text/quoted';
import { estimateTokens } from '../../text/tokenEstimate';
import type { Index } from '../../workspace/index';
import { lostLine, verdictLine } from '../hover/verdictText';
import { tiesNow } from '../system/nameAt';
import { hooksPart } from './hooks';
import { namePart, purposePart } from './identity';
import type { Part } from './part';
import { settingsPart } from './settings';
import { skillsPart } from './skills';
import { toolsPart } from './tools';

/**
 * The parts, in the order in which a reader needs them.
 * @param index The files around the agent, as far as they are known.
 */
export function partsOf(agent: Agent, index: Index): readonly Part[] {
  const verdict = verdictPart(agent, index);
  const loads = agent.verdict()?.verdict;
  const ties = tiesNow(agent);
  const around = ties && index.around(ties.card.path, agent.format);
  // The host sees nothing of a file that it does not load.
  if (loads === undefined || loads === 'does-not-load') return [verdict];
  const all = [
    verdict,
    namePart(agent, ties, around),
    purposePart(agent),
    agent.format.kind === 'manifest' ? undefined : toolsPart(agent),
    settingsPart(agent),
    hooksPart(agent),
    skillsPart(agent, around),
    ...(agent.format.kind === 'manifest' ? [] : [tokensPart(agent), promptPart(agent)]),
  ];
  return all.flatMap((part) => part ?? []);
}

/** Whether the host loads it, and what it ignores. */
export function verdictPart(agent: Agent, index: Index): Part {
  const title = 'Verdict';
  const verdict = agent.verdict();
  const { host, condition } = agent.format;
  if (verdict === undefined)
    return {
      title,
      lines: [`It is not known how ${host.name} loads this file. Its fields are still checked and explained.`],
    };
  const { path } = agent;
  const lost = path === undefined ? undefined : lostLine(path, verdict, index.around(path, agent.format));
  const { cause, losses = [], grantsMore, tools } = verdict;
  const line = lost ?? verdictLine(verdict, agent.format);
  const causes =
    cause === null
      ? []
      : [`The step that fails: ${cause}.`, ...tools.dropped.map(({ name, why }) => `${quoted(name)}: ${why}`)];
  const more =
    grantsMore === true ? ['The agent gets more than the file says, because a limit in it does not count.'] : [];
  const unsaid = losses.filter((loss) => !line.includes(loss.slice(1))).map(asSentence);
  return { title, lines: [line, ...causes, ...more, ...unsaid, ...(condition === undefined ? [] : [condition])] };
}

const asSentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

function tokensPart(agent: Agent): Part {
  const description = agent.tokens.description();
  const prompt = estimateTokens(promptText(agent).trim());
  return {
    title: 'Estimated tokens',
    lines: [`description: ${aboutTokens(description)}`, `prompt: ${aboutTokens(prompt)}`],
  };
}

function promptPart(agent: Agent): Part {
  const { format } = agent;
  const text = promptText(agent);
  const title = format.kind === undefined ? 'System prompt' : `Text of the ${nounOf(format)}`;
  const lines = format.readers === undefined ? [] : [format.readers.body.summary];
  return text.trim() === '' ? { title, lines: ['It is empty.'] } : { title, lines, text };
}

const aboutTokens = (tokens: number): string => `about ${tokens} token${tokens === 1 ? '' : 's'}`;
