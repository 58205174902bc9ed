/** Rule: a check box that Markdown does not take for one. */

import { document } from '../text/document';
import type { Edit } from '../text/edits';
import { type Span, span } from '../text/span';
import type { Rule } from './rule';

export const taskItemMalformed: Rule = {
  id: 'task-item-malformed',
  title: 'This is not a check box',
  why: 'A check box is a list marker, a blank, brackets with one blank or `x` between, and a blank. Anything near that is plain text: it is not counted, not shown as a box, and tools that tick boxes pass it by.',
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
    const { text } = file.source;
    const isCheckList = file.body.taskItems.length > 0;
    for (const { content, marker } of agent.proseLines()) {
      const found = malformedBox(text, marker, content);
      // Empty brackets alone may be an empty list; beside real boxes they are one of them.
      if (found === undefined || (found.isBare && !isCheckList)) continue;
      yield {
        span: found.span,
        message:
          'Markdown does not take this for a check box. Write `[ ]` or `[x]` between blanks, behind a list marker.',
        fixes: [{ title: 'Correct the check box', safe: true, edits: [found.edit] }],
      };
    }
  },
};

interface Found {
  readonly span: Span;
  readonly edit: Edit;
  readonly isBare: boolean;
}

/** Reads brackets at the beginning of an item, or right behind a dash that then is no list marker, which are nearly a check box. */
function malformedBox(text: string, marker: Span, content: Span): Found | undefined {
  const isGlued = marker.start === marker.end && isDash(text[content.start]) && text[content.start + 1] === '[';
  if (!isGlued && marker.start === marker.end) return undefined;
  const open = isGlued ? content.start + 1 : content.start;
  if (text[open] !== '[') return undefined;
  const close = text.indexOf(']', open);
  if (close < 0 || close > open + 4 || close >= content.end) return undefined;
  const mark = text.slice(open + 1, close).trim();
  const isBox = mark === '' || mark === 'x' || mark === 'X';
  const label = text[close + 1];
  if (!isBox || (label !== ' ' && label !== '\t')) return undefined;
  if (!isGlued && close === open + 2) return undefined;
  const whole = span(isGlued ? content.start : open, close + 1);
  const box = `[${mark === '' ? ' ' : mark}]`;
  const newText = isGlued ? `${text.charAt(content.start)} ${box}` : box;
  return { span: whole, edit: { span: whole, newText }, isBare: close === open + 1 && !isGlued };
}

const isDash = (character: string | undefined): boolean => character === '-' || character === '*' || character === '+';
