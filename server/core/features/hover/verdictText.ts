/** The load verdict in words: one line for a lens, a few for a hover. */
import type { Format } from '../../hosts/host';
import type { EffectiveTools, LoadVerdict } from '../../hosts/verdict';
import { quoted } from '../../text/quoted';

/** How many dropped names a line shows; a list that lost more than these is read in the hover. */
const SHOWN = 3;

/** `loads as x · 5 tools · y dropped`, or `does not load: …`. */
export function verdictLine({ verdict, reason, name, tools }: LoadVerdict): string {
  if (verdict === 'does-not-load') return `does not load: ${reason ?? ''}`;
  const parts = [`loads as ${quoted(name ?? '')}`, countText(tools)];
  const dropped = tools.dropped.map((tool) => quoted(tool.name));
  const more = dropped.length > SHOWN ? ` and ${dropped.length - SHOWN} more` : '';
  if (dropped.length > 0) parts.push(`${dropped.slice(0, SHOWN).join(', ')}${more} dropped`);
  else if (verdict === 'loads-with-losses') parts.push('with losses');
  return parts.join(' · ');
}

function countText({ inherited, effective }: EffectiveTools): string {
  if (inherited) return 'every tool';
  return effective.length === 0 ? 'no tools' : `${effective.length} tool${effective.length === 1 ? '' : 's'}`;
}

/** The verdict as Markdown. */
export function verdictMarkdown(verdict: LoadVerdict, format: Format): string {
  const { tools, reason } = verdict;
  const lines = [`**${format.host.name} ${format.host.version}:** ${verdictLine(verdict)}`];
  if (verdict.verdict !== 'does-not-load') {
    const what = tools.inherited ? 'every available tool' : tools.effective.map(quoted).join(', ');
    lines.push(`- gets ${what === '' ? 'no tools' : what}`);
    if (reason !== null && tools.dropped.length === 0) lines.push(`- ${reason}`);
  }
  for (const { name, why } of tools.dropped.slice(0, 20)) lines.push(`- ${quoted(name)} is dropped: ${why}`);
  return lines.join('\n');
}
