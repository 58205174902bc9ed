/** Rule: frontmatter that the host does not see, because of how it begins. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { lossSeverity } from '../findings/loss';
import type { Obstacle } from '../hosts/reading';
import { isDelimiterLine } from '../syntax/frontMatter/keyLine';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { type Edit, type Fix, insertAt } from '../text/edits';
import { lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import { quoted } from '../text/quoted';
import { lineEndOf, type Source } from '../text/source';
import { type Span, span } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const frontmatterOpening: Rule = {
  id: 'frontmatter-opening',
  title: 'Invalid start of the frontmatter',
  why: 'The frontmatter must start with a line of exactly three dashes at the top of the file. Otherwise the host sees no agent. A language word such as `---js` even makes some libraries run the frontmatter as code.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
  bad: [
    {
      text: document`

        ---
        ^^^ frontmatter-opening
        name: a
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        # Reviewer

        ---
        ^^^ frontmatter-opening
        name: a
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---

        # Reviewer
        Hi
        `,
    },
    {
      text: document`
        ----
        ^^^^ frontmatter-opening
        name: a
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`

            ---
            ^^^ frontmatter-opening
            name: a
            description: Does a thing.
            ---

        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---

        Hi
        `,
    },
    {
      text: document`
        ---js
           ^^ frontmatter-opening
        { name: "a" }
        ---
        Hi
        `,
    },
    {
      text: document`
        \`\`\`yaml
        ---
        ^^^ frontmatter-opening
        name: a
        ---
        \`\`\`
        Hi
        `,
    },
  ],
  good: [{ text: '---  \nname: a\ndescription: Does a thing.\n---\nHi\n' }],
  *check(agent) {
    const { file, format } = agent;
    // The host may see more than we do.
    if (file.frontMatter === undefined && agent.reading().kind === 'read') return;
    for (const fault of openingFaults(agent)) {
      const { kind } = agent.reading();
      // Some hosts read frontmatter with a language word, or run it.
      if (fault.kind === 'frontmatter-language' && kind !== 'unseen' && kind !== 'broken') {
        if (kind === 'unread')
          yield { span: fault.span, severity: 'warning', message: `${whatOf(fault)}. ${doOf(fault)}` };
        continue;
      }
      const fix = fixOf(file, fault);
      yield {
        span: fault.span,
        severity: lossSeverity(agent),
        message: `${whatOf(fault)}, so ${format.host.name} ${format.on.noFrontMatter.says}. ${doOf(fault)}`,
        // Without frontmatter that the host reads, nothing else proves the fix.
        ...(fix === undefined ? {} : { fixes: [{ ...fix, safe: fix.safe && isProvedSafe(agent, fix.edits) }] }),
      };
    }
  },
};

const codes = ['frontmatter-not-first', 'frontmatter-opener', 'frontmatter-indented', 'frontmatter-language'] as const;

/** What keeps the frontmatter from being seen. */
type OpeningFault = { readonly kind: (typeof codes)[number]; readonly span: Span; readonly detail: string } | Obstacle;

function openingFaults(agent: Agent): readonly OpeningFault[] {
  const reading = agent.reading();
  // The host takes an opening line that others refuse.
  if (reading.kind === 'read') return [];
  const obstacle = reading.kind === 'unseen' ? reading.obstacle : undefined;
  const problems = agent.file.problems.flatMap(({ code, span, detail }): readonly OpeningFault[] => {
    const kind = codes.find((one) => one === code);
    return kind === undefined ? [] : [{ kind, span, detail }];
  });
  return obstacle === undefined ? problems : [obstacle, ...problems];
}

function whatOf(fault: OpeningFault): string {
  switch (fault.kind) {
    case 'frontmatter-not-first':
      return 'The frontmatter does not start on line 1';
    case 'frontmatter-indented':
      return 'The frontmatter is indented';
    case 'frontmatter-language':
      return `The language word ${quoted(fault.detail)} follows the dashes`;
    case 'byte-order-mark':
      return fault.marks === 0
        ? 'The file begins with a byte order mark'
        : 'The file begins with more than one byte order mark';
    case 'opener-spaces':
      return 'White space follows the opening dashes';
    case 'closer-spaces':
      return 'White space follows the closing dashes';
    case 'closer-last':
      return 'The file ends at the closing dashes';
    case 'line-ends':
      return 'The lines of this file end in a lone carriage return';
    default:
      return 'The first line is not exactly three dashes';
  }
}

function doOf(fault: OpeningFault): string {
  switch (fault.kind) {
    case 'frontmatter-not-first':
      return 'Move it to the top of the file.';
    case 'frontmatter-indented':
      return 'Move it to the left margin, with the dashes on line 1.';
    case 'frontmatter-language':
      return 'Remove the word: some libraries run frontmatter in other languages as code.';
    case 'byte-order-mark':
      return fault.marks === 0 ? 'Remove it.' : 'Keep at most one.';
    case 'closer-spaces':
      return 'Write only `---` on this line.';
    case 'closer-last':
      return 'Write the prompt on the lines below them.';
    case 'line-ends':
      return 'Save the file with LF or CRLF line endings.';
    default:
      return 'Write only `---` on it.';
  }
}

function fixOf(file: AgentFile, fault: OpeningFault): Fix | undefined {
  const from = file.source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  switch (fault.kind) {
    case 'frontmatter-not-first':
      // Text before the frontmatter was written on purpose, so only blank lines are deleted, and everything else moves below.
      return fault.detail === ''
        ? {
            title: 'Remove the empty lines before the frontmatter',
            safe: true,
            edits: [{ span: span(from, fault.span.start), newText: '' }],
          }
        : moveUp(file.source, from, fault.span);
    case 'frontmatter-indented':
      return fault.detail === '' ? dedent(file.source.text, from, fault.span) : undefined;
    case 'frontmatter-opener':
      return /[^-]/.test(fault.detail)
        ? undefined
        : { title: 'Replace the dashes with `---`', safe: true, edits: [{ span: fault.span, newText: '---' }] };
    case 'frontmatter-language':
      return fault.detail === 'yaml' || fault.detail === 'yml'
        ? { title: 'Remove the language word', safe: true, edits: [{ span: fault.span, newText: '' }] }
        : undefined;
    case 'byte-order-mark':
      return {
        title: fault.marks === 0 ? 'Remove the byte order mark' : 'Keep one byte order mark',
        safe: true,
        edits: [{ span: span(fault.marks ?? 1, fault.span.end), newText: '' }],
      };
    case 'opener-spaces':
    case 'closer-spaces':
      return { title: 'Remove the white space', safe: true, edits: [{ span: fault.span, newText: '' }] };
    default:
      return undefined;
  }
}

/** Moves the text before the frontmatter below its closing dashes. */
function moveUp(source: Source, from: number, dashes: Span): Fix | undefined {
  const { text } = source;
  const above = text.slice(from, dashes.start).trimEnd();
  // A fence has a partner below that would stay.
  if (/^\s*(?:```|~~~)/m.test(above)) return undefined;
  for (let at = lineFrom(text, dashes.start).next; at < text.length; ) {
    const line = lineFrom(text, at);
    at = line.next;
    if (!isDelimiterLine(text, line)) continue;
    const end = lineEndOf(source);
    const edits = [{ span: span(from, dashes.start), newText: '' }, insertAt(line.end, `${end}${end}${above}`)];
    return { title: 'Move the frontmatter to the top', safe: false, edits };
  }
  return undefined;
}

/** Moves the lines from the opening to the closing dashes to the left margin, and removes the blank lines before them. */
function dedent(text: string, from: number, dashes: Span): Fix | undefined {
  const first = lineStartAt(text, dashes.start);
  const edits: Edit[] = [{ span: span(from, dashes.start), newText: '' }];
  for (let at = lineFrom(text, first).next; at < text.length; ) {
    const line = lineFrom(text, at);
    const end = Math.min(skipSpaces(text, line.start, line.end), line.start + dashes.start - first);
    if (end > line.start) edits.push({ span: span(line.start, end), newText: '' });
    if (isDelimiterLine(text, { start: end, end: line.end }))
      return { title: 'Move the frontmatter to the left margin', safe: true, edits };
    if (edits.length > MAX_LINES) break;
    at = line.next;
  }
  return undefined; // Without closing dashes the end of the frontmatter is unknown.
}

/** How many lines the fix moves. Longer text is not frontmatter that was pasted with an indentation. */
const MAX_LINES = 500;
