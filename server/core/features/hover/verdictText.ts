/** The load verdict in words: one line for a lens, a few for a hover. */
import type { Format } from '../../hosts/host';
import type { EffectiveTools, LoadVerdict, WithheldTool } from '../../hosts/verdict';
import { append } from '../../text/append';
import { asLabel, quoted, quotedList } from '../../text/quoted';
import { asLine, MAX_TITLE } from '../../text/visible';

/** How many ignored names a line shows. The hover shows more. */
const SHOWN = 3;

/** How many names of one kind a hover shows. Hosts have fewer tools; a file may name any number of servers. */
const MAX_NAMED = 100;

/** `Loads as x · 4 tools · z through Bash · y ignored`, or `Not loaded: …`. */
export const verdictLine = (verdict: LoadVerdict): string => asLine(fullLine(verdict), MAX_TITLE);

function fullLine({ verdict, reason, name, tools, shown, grantsMore }: LoadVerdict): string {
  if (verdict === 'does-not-load') return `Not loaded: ${asPart(reason ?? '')}`;
  if (shown !== undefined) {
    const lost = verdict === 'loads-with-losses' ? (shown.losses ?? 'some fields ignored') : '';
    return [`Loads as ${quoted(shown.name)}`, ...shown.parts, lost].filter((part) => part !== '').join(' · ');
  }
  const parts = [`Loads as ${quoted(name ?? '')}`, countText(tools), ...(tools.limits ?? [])];
  if (!tools.inherited) append(parts, withheldTexts(tools.withheld));
  const ignored = tools.dropped.map((tool) => tool.name);
  if (grantsMore === true) parts.push('more than is written');
  if (ignored.length > 0) parts.push(`${quotedList(ignored, SHOWN)} ignored`);
  else if (verdict === 'loads-with-losses' && grantsMore !== true) parts.push('some fields ignored');
  return parts.join(' · ');
}

/** A sentence as the end of a line: no capital at its start, unless the first word is an abbreviation, and no full stop. */
const asPart = (sentence: string): string =>
  asLabel(sentence).replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

function countText({ inherited, effective }: EffectiveTools): string {
  if (inherited) return 'every tool';
  return effective.length === 0 ? 'no tools' : `${effective.length} tool${effective.length === 1 ? '' : 's'}`;
}

/** The tools that are not given as tools of their own, those with the same reason together. */
const withheldTexts = (withheld: readonly WithheldTool[]): readonly string[] =>
  [...new Set(withheld.map(({ how }) => how))].map((how) => {
    const names = withheld.filter((tool) => tool.how === how).map((tool) => tool.name);
    return `${quotedList(names, MAX_NAMED)} ${how}`;
  });

/** The verdict as Markdown. */
export function verdictMarkdown(verdict: LoadVerdict, format: Format): string {
  const { tools, reason } = verdict;
  const lines = [`**${format.host.name} ${format.host.version}:** ${verdictLine(verdict)}`];
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
