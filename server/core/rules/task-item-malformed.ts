/** Rule: text that looks like a task list item and is not one. */

import type { ParagraphReading } from '../prose/paragraphs';
import { document } from '../text/document';
import { lazyFor } from '../text/lazy';
import { moved, type Span, span } from '../text/span';
import type { Rule } from './rule';

export const taskItemMalformed: Rule = {
  id: 'task-item-malformed',
  title: 'Malformed task list item',
  why: 'A task list item is a list marker, a space, brackets with one space or `x` between them, and a space. Anything else is plain text: it is not counted or shown as a task.',
  severity: 'information',
  evidence: { source: 'GitHub Flavored Markdown 0.29, section 5.3', checked: '2026-11-23', says: 'must' },
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        - [x] Plan
        -[ ] Test
        ^^^^ task-item-malformed
        - [] Lint
          ^^ task-item-malformed
        * [ x ] Ship
          ^^^^^ task-item-malformed
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        - [x] Plan
        - [ ] Test
        - [ ] Lint
        * [x] Ship
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        - [ ] Plan
        1. [X] Test
        - [x](https://example.org)
        - []
        - [y] is an index
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        - [] is the empty list
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const hasTasks = file.body.taskItems.length > 0;
    for (const { at, reading } of agent.paragraphs()) {
      for (const { span: place, newText, isBare } of malformedBoxes(reading)) {
        // Empty brackets alone may be an empty list; next to task list items they are one of them.
        if (isBare && !hasTasks) continue;
        const box = moved(place, at);
        yield {
          span: box,
          message:
            'Write `[ ]` or `[x]` between spaces after a list marker: Markdown does not recognize this task list item.',
          fixes: [{ title: 'Correct the task list item', safe: true, edits: [{ span: box, newText }] }],
        };
      }
    }
  },
};

const malformedBoxes = lazyFor(({ text, lines }: ParagraphReading): readonly Found[] =>
  lines.flatMap(({ content, marker }) => malformedBox(text, marker, content) ?? []),
);

interface Found {
  readonly span: Span;
  readonly newText: string;
  readonly isBare: boolean;
}

/** Finds brackets that are nearly a task: at the beginning of an item, or right after a dash that is then not a list marker. */
function malformedBox(text: string, marker: Span, content: Span): Found | undefined {
  const isGlued = marker.start === marker.end && isDash(text[content.start]) && text[content.start + 1] === '[';
  if (!isGlued && marker.start === marker.end) return undefined;
  const open = isGlued ? content.start + 1 : content.start;
  if (text[open] !== '[') return undefined;
  const close = open + text.slice(open, Math.min(content.end, open + LONGEST)).indexOf(']');
  if (close < open) return undefined;
  const mark = text.slice(open + 1, close).trim();
  const isBox = mark === '' || mark === 'x' || mark === 'X';
  const label = text[close + 1];
  if (!isBox || (label !== ' ' && label !== '\t')) return undefined;
  if (!isGlued && close === open + 2) return undefined;
  const whole = span(isGlued ? content.start : open, close + 1);
  const box = `[${mark === '' ? ' ' : mark}]`;
  const newText = isGlued ? `${text.charAt(content.start)} ${box}` : box;
  return { span: whole, newText, isBare: close === open + 1 && !isGlued };
}

/** The most characters of brackets that may be a box: with up to three between. */
const LONGEST = 5;

const isDash = (character: string | undefined): boolean => character === '-' || character === '*' || character === '+';
