/** Rule: the first word of a value that YAML takes for a tag or an anchor. */

import type { Agent } from '../agent/agent';
import type { Finding } from '../findings/finding';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom, skipSpaces } from '../text/lines';
import { quoted } from '../text/quoted';
import { span, trimmed } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const yamlTag: Rule = {
  id: 'yaml-tag',
  title: 'First word read as YAML tag',
  why: 'In an unquoted value, `!` starts a tag and `&` an anchor. YAML reads the first word as a tag or an anchor, so the value does not contain it.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: !important Use it for each review.
                     ^^^^^^^^^^ yaml-tag
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: '!important Use it for each review.'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: &team Reviews code.
                     ^^^^^ yaml-tag
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: '&team Reviews code.'
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: !!str 12
        description: &text Does a thing.
        x-note: *text
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: "!important Use it for each review."
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    if (agent.reading().kind !== 'read') return;
    for (const { entry, name } of agent.fields()) {
      const finding = name.kind === 'known' ? check(agent, entry) : undefined;
      if (finding !== undefined) yield finding;
    }
  },
};

function check({ file, format }: Agent, { key, keySpan, value }: Entry): Finding | undefined {
  const { text } = file.source;
  const line = lineFrom(text, keySpan.start);
  const colon = skipSpaces(text, keySpan.end, line.end);
  const whole = trimmed(text, span(Math.min(colon + 1, line.end), line.end));
  const [word = ''] = text.slice(whole.start, whole.end).split(/[ \t]/, 1);
  if (text[colon] !== ':' || !isMark(word) || value.kind !== 'scalar' || value.style !== 'plain') return undefined;
  // Where the host repairs the line, it reads the word as text.
  if (value.text.startsWith(word) || value.span.end > line.end || isUsed(text, keySpan.start, word)) return undefined;
  const inner = text.slice(whole.start, whole.end).replaceAll("'", "''");
  return {
    span: span(whole.start, whole.start + word.length),
    message: `Quote this value: YAML reads ${quoted(word)} as ${word.startsWith('!') ? 'a tag' : 'an anchor'}, so ${format.host.name} does not read it as part of \`${key}\`.`,
    fixes: [{ title: 'Quote the value', safe: false, edits: [{ span: whole, newText: `'${inner}'` }] }],
  };
}

/** `!word` or `&word`; tags with two exclamation marks are those of YAML itself. */
const isMark = (word: string): boolean => /^(?:!(?!!)|&).+$/.test(word);

/** Whether an alias refers to the anchor. */
const isUsed = (text: string, from: number, word: string): boolean =>
  word.startsWith('&') && text.includes(`*${word.slice(1)}`, from);
