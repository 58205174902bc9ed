/** Writes how each file loads, for people: one paragraph per file and host. */
import type { LoadVerdict } from '../../../core/index';
import { counted, printable } from '../../printable';
import type { Explained, ExplainFormatter } from './formatter';

/** Paragraphs, separated by blank lines. */
export const text: ExplainFormatter = (explained) => explained.map(paragraph).join('\n');

function paragraph({ path, reader, verdict, lost }: Explained): string {
  const { verdict: kind, name, reason, tools } = verdict;
  const loaded =
    lost === undefined
      ? `loads as \`${verdict.shown?.name ?? name ?? ''}\``
      : lost.charAt(0).toLowerCase() + lost.slice(1);
  const head =
    kind === 'does-not-load' ? 'does not load' : [loaded, toolsText(verdict)].filter((part) => part !== '').join(' · ');
  const dropped = tools.dropped.map((tool) => `  - ignores \`${tool.name}\`: ${tool.why}`);
  const withheld = tools.inherited ? [] : tools.withheld.map((tool) => `  - \`${tool.name}\` ${tool.how}`);
  // Reasons for ignored tools are listed separately.
  const because = reason !== null && (kind === 'does-not-load' || dropped.length === 0) ? [`  ${reason}`] : [];
  return [`${path}: ${head} (${reader.host.name} ${reader.host.version})`, ...because, ...withheld, ...dropped]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

function toolsText({ shown, tools: { inherited, effective, limits = [] } }: LoadVerdict): string {
  if (shown !== undefined) return shown.parts.join(' · ');
  if (inherited) return ['all tools available to agents', ...limits].join(' · ');
  if (effective.length === 0) return 'no tools';
  return `${counted(effective.length, 'tool')}: ${effective.join(', ')}`;
}
