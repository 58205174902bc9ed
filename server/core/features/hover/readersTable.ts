/** A table with one column for each host that reads a file: what each makes of it. */
import type { Agent } from '../../agent/agent';
import { fieldByRole } from '../../hosts/lookup';
import { quoted, quotedList } from '../../text/quoted';

/** How many tools a cell names. */
const MAX_NAMED = 12;

/** Markdown; undefined where only one host reads the file. */
export function readersTable(agents: readonly Agent[]): string | undefined {
  if (agents.length < 2) return undefined;
  const row = (title: string, cellOf: (agent: Agent) => string): string =>
    `| ${title} | ${agents.map((agent) => cellOf(agent).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    row('', ({ format: { host } }) => `${host.name} ${host.version}`),
    `| --- | ${agents.map(() => '---').join(' | ')} |`,
    row('loads', loadsText),
    row('name', (agent) => ifLoaded(agent, () => quoted(agent.verdict()?.name ?? ''))),
    row('tools', (agent) => ifLoaded(agent, () => toolsText(agent))),
    row('model', (agent) => ifLoaded(agent, () => modelText(agent))),
  ].join('\n');
}

function loadsText(agent: Agent): string {
  const verdict = agent.verdict();
  if (verdict === undefined) return 'not known';
  if (verdict.verdict === 'does-not-load') return `no: ${verdict.reason ?? ''}`;
  return verdict.verdict === 'loads' ? 'yes' : 'yes, with losses';
}

function ifLoaded(agent: Agent, text: () => string): string {
  const verdict = agent.verdict()?.verdict;
  return verdict === undefined || verdict === 'does-not-load' ? '' : text();
}

function toolsText(agent: Agent): string {
  const tools = agent.verdict()?.tools;
  if (tools === undefined) return '';
  if (tools.inherited) return ['every tool', ...(tools.limits ?? [])].join('; ');
  return tools.effective.length === 0 ? 'no tools' : quotedList(tools.effective, MAX_NAMED);
}

/** The model as the file has it: which one runs is decided by the host and the user. */
function modelText(agent: Agent): string {
  const key = fieldByRole(agent.format, 'model')?.key;
  const value = agent.entries().find((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? quoted(value.text) : 'default';
}
