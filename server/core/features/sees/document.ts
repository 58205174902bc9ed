/** What the host sees of an agent as one Markdown document, which is right as text and when it is rendered. */
import type { Agent } from '../../agent/agent';
import { fieldByRole } from '../../hosts/lookup';
import { fileNameOf } from '../../text/paths';
import { quoted, quotedList, quotedPath } from '../../text/quoted';
import { visible } from '../../text/visible';
import type { Index } from '../../workspace/index';
import type { Part } from './part';
import { partsOf, verdictPart } from './parts';

/** UTF-16 units of one text of the file that are shown, when the caller sets no other bound. */
const MOST_TEXT = 200_000;

/** How many tools of another program are named. */
const SHOWN = 60;

/**
 * The document.
 * @param readers The file as each program reads it, the main one first.
 * @param index The files around it, as far as they are known.
 * @param mostText UTF-16 units of the description and of the prompt that are shown.
 */
export function whatHostSees(readers: readonly Agent[], index: Index, mostText = MOST_TEXT): string {
  const [agent, ...others] = readers;
  if (agent === undefined) return '';
  const { host, title } = agent.format;
  const from = agent.path === undefined ? '' : `${quotedPath(fileNameOf(agent.path))}, `;
  return [
    `# What ${host.name} sees`,
    `${from}${title}, as ${host.name} ${host.version} reads it. Tokens are estimates.`,
    ...partsOf(agent, index).map((part) => written(part, mostText)),
    ...(others.length === 0 ? [] : [`# Other programs that read this file`]),
    ...others.map((other) => written(otherPart(other, index), mostText)),
  ]
    .join('\n\n')
    .concat('\n');
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

function written({ title, lines, text }: Part, mostText: number): string {
  const list = lines.map((line) => `- ${line}`).join('\n');
  return [`## ${title}`, list, ...(text === undefined ? [] : [fenced(text, mostText)])]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A text in a code fence that nothing in it can close. Characters that hide or reorder others are spelled out. */
function fenced(text: string, most: number): string {
  // Not between the halves of a character.
  const shown = text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text;
  // A pattern for the spaces at the end would try every space of a long run in the middle.
  const lines = shown
    .trimEnd()
    .replace(/^(?:[ \t]*[\r\n])+/, '')
    .split(/\r\n|\r|\n/);
  const content = lines.map((line) => line.split('\t').map(visible).join('\t')).join('\n');
  const longest = (content.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  const rest = text.length > most ? `\n\n- and ${text.length - shown.length} more characters` : '';
  return `${fence}text\n${content}\n${fence}${rest}`;
}
