/** Rule: the host reads only the beginning of the frontmatter. */

import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import { quotedList } from '../text/quoted';
import { span } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const frontmatterUnread: Rule = {
  id: 'frontmatter-unread',
  title: 'Rest of the frontmatter is not read',
  why: 'A host with a simple reader of YAML stops at a line that it does not understand. The fields after it have no effect, and without its list of tools an agent gets every tool.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      readsUpTo: 'Does a thing',
      text: document`
        ---
        name: a
        description: [WIP] Does a thing.
                           ^^^^^^^^^^^^^ frontmatter-unread
        tools: Read
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: '[WIP] Does a thing.'
        tools: Read
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const reading = agent.reading();
    if (reading.kind !== 'read' || reading.unread === undefined) return;
    const { start, end } = reading.unread;
    const read = new Set(reading.entries.map(({ key }) => key));
    const lost = [
      ...file.source.text.slice(start, end).matchAll(/(?:^|[\r\n])["']?([\w-]+)["']?[ \t]*:(?=\s|$)/g),
    ].flatMap(([, key = '']) => (lookup(format.fields, key) === undefined || read.has(key) ? [] : [key]));
    // Without closing dashes the rest is the body, which another rule reports.
    if (lost.length === 0 && reading.closer.start === reading.closer.end) return;
    const names = quotedList([...new Set(lost)]);
    yield {
      span: span(start, Math.min(end, Math.max(start + 1, lineFrom(file.source.text, start).end))),
      ...(lost.length > 0 && agent.verdict()?.grantsMore === true ? { severity: 'error' as const } : {}),
      message: `${format.host.name} reads the frontmatter only up to here. ${lost.length === 0 ? 'The rest has no effect' : `These fields have no effect: ${names}`}. Put the value before it in quotes, or move this text.`,
    };
  },
};
