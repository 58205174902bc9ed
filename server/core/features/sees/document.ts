/** What the host sees of an agent as one Markdown document, which is right as text and when it is rendered. */
import type { Agent } from '../../agent/agent';
import { fileNameOf } from '../../text/paths';
import { quotedPath } from '../../text/quoted';
import type { Index } from '../../workspace/index';
import type { Part } from './part';
import { seenParts } from './seenParts';
import { shownText } from './shownText';

/** UTF-16 units of one text of the file that are shown, when the caller sets no other bound. */
const MOST_TEXT = 200_000;

/**
 * The document.
 * @param readers The file as each program reads it, the main one first.
 * @param index The files around it, as far as they are known.
 * @param mostText UTF-16 units of the description and of the prompt that are shown.
 */
export function whatHostSees(readers: readonly Agent[], index: Index, mostText = MOST_TEXT): string {
  const [agent] = readers;
  if (agent === undefined) return '';
  const { parts, others } = seenParts(readers, index);
  const { host, title } = agent.format;
  const from = agent.path === undefined ? '' : `${quotedPath(fileNameOf(agent.path))}, `;
  return [
    `# What ${host.name} sees`,
    agent.verdict() === undefined
      ? `${from}${title}.`
      : `${from}${title}, as ${host.name} ${host.version} reads it. Tokens are estimates.`,
    ...parts.map((part) => written(part, mostText)),
    ...(others.length === 0 ? [] : [`# Other programs that read this file`]),
    ...others.map((part) => written(part, mostText)),
  ]
    .join('\n\n')
    .concat('\n');
}

function written({ title, lines, text }: Part, mostText: number): string {
  const list = lines.map((line) => `- ${line}`).join('\n');
  return [`## ${title}`, list, ...(text === undefined ? [] : [fenced(text, mostText)])]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A text in a code fence that nothing in it can close. */
function fenced(text: string, most: number): string {
  const { content, left } = shownText(text, most);
  const longest = (content.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  const rest = left > 0 ? `\n\n- and ${left} more characters` : '';
  return `${fence}text\n${content}\n${fence}${rest}`;
}
