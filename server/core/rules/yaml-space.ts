/** Rule: a key without a space after its colon. */

import type { Agent } from '../agent/agent';
import type { Finding } from '../findings/finding';
import { faultFindings } from '../findings/yamlFindings';
import { fileOf, lookup } from '../hosts/lookup';
import { wideSpaces } from '../repair/candidates';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { applyEdits, type Edit } from '../text/edits';
import { lineFrom } from '../text/lines';
import { quoted } from '../text/quoted';
import { span } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const yamlSpace: Rule = {
  id: 'yaml-space',
  title: 'Missing space after a colon',
  why: 'Without a space after its colon, a key is part of a string or of a longer key. The frontmatter is invalid, or the field is missing.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description:Does a thing.
                   ^ yaml-space
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description:Use this: now.
                   ^ yaml-space
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: 'Use this: now.'
        ---
        Hi
        `,
    },
    {
      text: '---\nname:\u00a0reviewer\n    ^ yaml-space\ndescription: Does a thing.\n---\nHi\n',
      fixed: '---\nname: reviewer\ndescription: Does a thing.\n---\nHi\n',
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    yield* faultFindings(agent, 'space', ({ piece }) => adviceOn(file.source.text, piece?.colon ?? 0));
    for (const entry of file.frontMatter?.entries ?? []) {
      const finding = longKey(agent, entry);
      if (finding !== undefined) yield finding;
    }
  },
};

const adviceOn = (text: string, colon: number): string =>
  wideSpaces(text, colon + 1) > 0
    ? 'Replace the special space after the colon with an ordinary one: without it, YAML does not see a key here.'
    : 'Insert a space after the colon: without it, YAML does not see a key here.';

/** `description:Use this: now` is valid YAML: its key extends to the second colon. */
function longKey(agent: Agent, entry: Entry): Finding | undefined {
  const { format } = agent;
  const { source } = agent.file;
  const colon = entry.key.indexOf(':');
  const key = entry.key.slice(0, Math.max(0, colon));
  const start = entry.keySpan.start + colon;
  if (lookup(format.fields, key) === undefined || !source.text.startsWith(`${key}:`, entry.keySpan.start))
    return undefined;
  const line = lineFrom(source.text, start);
  const value = source.text.slice(start + 1, line.end);
  const edits: readonly Edit[] = [
    { span: span(start + 1, line.end), newText: ` '${value.trim().replaceAll("'", "''")}'` },
  ];
  const after = fileOf(applyEdits(source.text.slice(0, line.end), edits), format).frontMatter?.entries.at(-1);
  const isString = after?.key === key && after.value.kind === 'scalar' && entry.span.end <= line.end;
  return {
    span: span(start, start + 1),
    // Where it is not known what the host does, nothing is lost for certain.
    ...(lookup(format.fields, key)?.required === false || agent.verdict() === undefined ? { severity: 'warning' } : {}),
    message: `Insert a space after the colon: ${format.host.name} reads the key ${quoted(entry.key)} instead of \`${key}\`.`,
    ...(isString ? { fixes: [{ title: 'Insert a space and quote the value', safe: false, edits }] } : {}),
  };
}
