/** Rule: fields after the frontmatter, between its closing dashes and further ones. */

import type { Agent } from '../agent/agent';
import type { Finding } from '../findings/finding';
import { isRestricting } from '../hosts/fieldRoles';
import { lookup } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { isDelimiterLine, keyOf } from '../syntax/frontMatter/keyLine';
import { document } from '../text/document';
import { isBlankLine, type Line, lineFrom } from '../text/lines';
import { type Span, span, textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

/** Lines of such a block that are read. */
const MAX_LINES = 100;

export const frontmatterSecond: Rule = {
  id: 'frontmatter-second',
  title: 'Fields in a second frontmatter block',
  why: 'The frontmatter ends at its first closing dashes. Fields after them are part of the prompt, so a list of tools there restricts nothing.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        tools: Read
        ^^^^^ frontmatter-second
        model: opus
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        model: opus
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---

        ---
        model: opus
        ^^^^^ frontmatter-second
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: opus
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
        description: Does a thing.
        tools: Read
        ---
        Context: a repository.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        tools: Read is enough for most tasks.
        `,
    },
  ],
  *check(agent) {
    const { frontMatter, source } = agent.file;
    const closer = frontMatter?.closer;
    if (closer === undefined || closerOf(agent.reading())?.start !== closer.start) return;
    const block = secondBlock(source.text, lineFrom(source.text, closer.start));
    if (block !== undefined && lookup(agent.format.fields, textAt(source.text, block.first)) !== undefined)
      yield finding(agent, closer, block);
  },
};

interface Block {
  /** The key of the first line. */
  readonly first: Span;
  readonly keys: readonly Span[];
  /** Where its first line starts. */
  readonly start: number;
}

/** The keys up to the next line of dashes, when nothing but fields, comments and blank lines is before it. */
function secondBlock(text: string, closing: Line): Block | undefined {
  const keys: Span[] = [];
  let start: number | undefined;
  let line = closing;
  for (let count = 0; count < MAX_LINES && line.next > line.end; count++) {
    line = lineFrom(text, line.next);
    if (isDelimiterLine(text, line)) {
      if (keys.length === 0 && start === undefined) continue;
      const [first] = keys;
      return first === undefined || start === undefined ? undefined : { first, keys, start };
    }
    const key = keyOf(text, line);
    if (key?.spaced === true) {
      keys.push(key.span);
      start ??= line.start;
    } else if (!isBlankLine(text, line) && !(keys.length > 0 && /^[ \t]|^- |^#/.test(text.slice(line.start, line.end))))
      return undefined;
  }
  return undefined;
}

function finding({ file, format }: Agent, closer: Span, { first, keys, start }: Block): Finding {
  const { text } = file.source;
  const names = keys.map((key) => textAt(text, key)).filter((name) => lookup(format.fields, name) !== undefined);
  const restricts = names.some((name) => isRestricting(lookup(format.fields, name)?.role));
  return {
    span: first,
    ...(restricts ? { severity: 'error' } : {}),
    message: `These fields are after the frontmatter, so ${format.host.name} does not read them: ${names.map((name) => `\`${name}\``).join(', ')}. Remove the dashes above them.`,
    // The fields get an effect, so the fix is never applied automatically.
    fixes: [{ title: 'Join the two blocks', safe: false, edits: [{ span: span(closer.start, start), newText: '' }] }],
  };
}
