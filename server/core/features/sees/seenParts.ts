/** What the host sees of an agent, and in short what the other programs see that read the file. */
import type { Agent } from '../../agent/agent';
import { fieldByRole } from '../../hosts/lookup';
import { quoted, quotedList } from '../../text/quoted';
import type { Index } from '../../workspace/index';
import type { Part } from './part';
import { partsOf, verdictPart } from './parts';

/** How many tools of another program are named. */
const SHOWN = 60;

/** What the main reader sees, and one part for each other program that reads the file. */
export interface SeenParts {
  readonly parts: readonly Part[];
  readonly others: readonly Part[];
}

/**
 * @param readers The file as each program reads it, the main one first.
 * @param index The files around it, as far as they are known.
 */
export function seenParts([agent, ...others]: readonly Agent[], index: Index): SeenParts {
  if (agent === undefined) return { parts: [], others: [] };
  return { parts: partsOf(agent, index), others: others.map((other) => otherPart(other, index)) };
}

/** The same for a program that is not the main reader, in short. */
function otherPart(agent: Agent, index: Index): Part {
  const { format } = agent;
  const { name: program, version } = format.host;
  const verdict = agent.verdict();
  const [line = '', ...more] = verdictPart(agent, index).lines;
  if (verdict === undefined || verdict.verdict === 'does-not-load')
    return { title: `${program} ${version}`, lines: [line] };
  const { tools, name, shown } = verdict;
  const model = fieldByRole(format, 'model')?.key;
  const value = model === undefined ? undefined : agent.entries().findLast(({ key }) => key === model)?.value;
  return {
    title: `${program} ${version}`,
    lines: [
      line,
      `name: ${quoted(shown?.name ?? name ?? '')}`,
      ...(shown === undefined ? [`tools: ${toolsText(tools)}`] : []),
      ...(model === undefined ? [] : [`model: ${value?.kind === 'scalar' ? quoted(value.text) : 'the default'}`]),
      ...tools.dropped.slice(0, SHOWN).map((dropped) => `${quoted(dropped.name)} is ignored: ${dropped.why}`),
      ...more,
    ],
  };
}

const toolsText = ({ inherited, effective }: { readonly inherited: boolean; readonly effective: readonly string[] }) =>
  inherited ? 'every tool' : effective.length === 0 ? 'none' : quotedList(effective, SHOWN);
