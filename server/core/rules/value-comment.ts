/** Rule: a comment that cuts off a value. */
import { lookup } from '../hosts/lookup';
import type { Scalar } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom, skipSpaces } from '../text/lines';
import { quoted } from '../text/quoted';
import { span } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const valueComment: Rule = {
  id: 'value-comment',
  title: 'Value cut off by `#`',
  why: 'In an unquoted value, a space and `#` start a comment. The rest is lost, often in the middle of a sentence.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Fixes issue #12 when it's asked.
                                 ^^^^^^^^^^^^^^^^^^^^ value-comment
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: 'Fixes issue #12 when it''s asked.'
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a # the reviewer
        description: "Fixes issue #12."
        model: opus # fast
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Knows C# and F#.
        # A note.
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const { text } = file.source;
    for (const { key, value } of file.frontMatter?.entries ?? []) {
      const field = lookup(format.fields, key);
      // A comment after a name or a choice is most likely intended.
      if (field?.shape.kind !== 'string' || field.role === 'identity') continue;
      if (value.kind !== 'scalar' || value.style !== 'plain') continue;
      const lost = commentAfter(text, value);
      if (lost === undefined) continue;
      // The host's repair of another line may have quoted this value too.
      const reading = agent.reading();
      const read = reading?.kind === 'read' ? reading.entries.findLast((entry) => entry.key === key) : undefined;
      if (read?.value.kind === 'scalar' && read.value.text !== value.text) continue;
      const whole = text.slice(value.span.start, lost.end).replaceAll("'", "''");
      yield {
        span: lost,
        message: `Quote this value: \` #\` starts a comment, so ${format.host.name} ignores ${quoted(text.slice(lost.start, lost.end))}.`,
        fixes: [
          {
            title: 'Quote the whole value',
            safe: false,
            edits: [{ span: span(value.span.start, lost.end), newText: `'${whole}'` }],
          },
        ],
      };
    }
  },
};

/** The comment after a value of one line, without trailing spaces; undefined for a suppression comment. */
function commentAfter(
  text: string,
  { span: value }: Scalar,
): { readonly start: number; readonly end: number } | undefined {
  const line = lineFrom(text, value.start);
  if (value.end > line.end) return undefined;
  const start = skipSpaces(text, value.end, line.end);
  if (text[start] !== '#' || start === value.end) return undefined;
  if (text.startsWith('agent-authoring-', skipSpaces(text, start + 1, line.end))) return undefined;
  let { end } = line;
  while (end > start && text.slice(end - 1, end).trim() === '') end--;
  return { start, end };
}
