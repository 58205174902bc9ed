/** The load verdict in words: one line for a lens, a few for a hover. */
import type { Format } from '../../hosts/host';
import { serverOf } from '../../hosts/toolName';
import type { EffectiveTools, LoadVerdict, WithheldTool } from '../../hosts/verdict';
import { append } from '../../text/append';
import { shortPath } from '../../text/paths';
import { asLabel, quoted, quotedList, quotedPath } from '../../text/quoted';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Around } from '../../workspace/around';

/** How many ignored names a line shows. The hover shows more. */
const SHOWN = 3;

/** How many losses of other kinds a line shows. */
const SHOWN_LOSSES = 2;

/** How many names of one kind a hover shows. Hosts have fewer tools; a file may name any number of servers. */
const MAX_NAMED = 100;

/** `Loads as x · 4 tools + MCP server s · z through Bash · y ignored`, or `Not loaded: …`. */
export const verdictLine = (verdict: LoadVerdict, format: Format): string =>
  asLine(fullLine(verdict, format), MAX_TITLE);

function fullLine(loaded: LoadVerdict, format: Format): string {
  const { verdict, reason, name, tools, shown, grantsMore, losses = [] } = loaded;
  if (verdict === 'does-not-load') return `Not loaded: ${asPart(reason ?? '')}`;
  const more = grantsMore === true ? ['more than is written'] : [];
  if (shown !== undefined)
    return [`Loads as ${quoted(shown.name)}`, ...shown.parts, ...more, ...lossTexts(losses)].join(' · ');
  const parts = [`Loads as ${quoted(name ?? '')}`, countText(tools, format), ...(tools.limits ?? [])];
  if (!tools.inherited) append(parts, withheldTexts(tools.withheld));
  append(parts, more);
  const ignored = tools.dropped.map((tool) => tool.name);
  if (ignored.length > 0) parts.push(`${quotedList(ignored, SHOWN)} ignored`);
  append(parts, lossTexts(losses));
  return parts.join(' · ');
}

/** The first losses, and the number of the others. */
const lossTexts = (losses: readonly string[]): readonly string[] => [
  ...losses.slice(0, SHOWN_LOSSES).map(asPart),
  ...(losses.length > SHOWN_LOSSES ? [`${losses.length - SHOWN_LOSSES} more ignored`] : []),
];

/** A sentence as the end of a line: no capital at its start, unless the first word is an abbreviation, and no full stop. */
const asPart = (sentence: string): string =>
  asLabel(sentence).replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

/** Servers are not counted as tools, because each gives any number of them. */
function countText({ inherited, effective }: EffectiveTools, format: Format): string {
  const servers = [...new Set(effective.flatMap((name) => serverOf(name, format) ?? []))];
  const count = effective.filter((name) => serverOf(name, format) === undefined).length;
  const parts: string[] = [];
  if (inherited) parts.push('every tool');
  else if (count > 0 || servers.length === 0) parts.push(countOf(count));
  if (servers.length > 0) parts.push(`MCP server${servers.length === 1 ? '' : 's'} ${quotedList(servers, SHOWN)}`);
  return parts.join(' + ');
}

const countOf = (count: number): string => (count === 0 ? 'no tools' : `${count} tool${count === 1 ? '' : 's'}`);

/** The tools that are not given as tools of their own, those with the same reason together. */
const withheldTexts = (withheld: readonly WithheldTool[]): readonly string[] =>
  [...new Set(withheld.map(({ how }) => how))].map((how) => {
    const names = withheld.filter((tool) => tool.how === how).map((tool) => tool.name);
    return `${quotedList(names, MAX_NAMED)} ${how}`;
  });

/** The verdict as Markdown. */
export function verdictMarkdown(verdict: LoadVerdict, format: Format): string {
  const { tools, reason } = verdict;
  const lines = [`**${format.host.name} ${format.host.version}:** ${verdictLine(verdict, format)}`];
  if (verdict.shown !== undefined)
    return [...lines, ...(verdict.verdict === 'loads-with-losses' && reason !== null ? [`- ${reason}`] : [])].join(
      '\n',
    );
  if (verdict.verdict !== 'does-not-load') {
    const what = tools.inherited ? 'every available tool' : quotedList(tools.effective, MAX_NAMED);
    lines.push(`- gets ${[what === '' ? 'no tools' : what, ...(tools.limits ?? [])].join('; ')}`);
    for (const text of withheldTexts(tools.withheld)) lines.push(`- ${text}`);
    if (format.condition !== undefined) lines.push(`- ${format.condition}`);
    if (reason !== null && tools.dropped.length === 0) lines.push(`- ${reason}`);
  }
  for (const { name, why } of tools.dropped.slice(0, 20)) lines.push(`- ${quoted(name)} is ignored: ${why}`);
  return lines.join('\n');
}

/** What to say about an agent that could be loaded while another file has its name; undefined when it is loaded. */
export function lostLine(
  path: string | undefined,
  { verdict, name }: LoadVerdict,
  around: Around | undefined,
): string | undefined {
  if (path === undefined || name === null || verdict === 'does-not-load' || around === undefined) return undefined;
  if (around.sameNames === 'listed') return undefined;
  const rivals = around.rivals();
  // The index may be about an earlier state of the file.
  if (!rivals.some((rival) => rival.path === path && rival.name === name)) return undefined;
  const winner = rivals.at(-1);
  const line = (text: string, other: string): string =>
    asLine(`${text} ${quotedPath(shortPath(other, path))}`, MAX_TITLE);
  if (rivals.length > 1 && !around.hasWinner) {
    const other = rivals.find((rival) => rival.path !== path);
    return other && line(`Not always loaded: ${quoted(name)} is also the name of`, other.path);
  }
  return winner === undefined || winner.path === path
    ? undefined
    : line(`Not loaded: ${quoted(name)} is loaded from`, winner.path);
}
