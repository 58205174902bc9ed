/** Rule: a placeholder of a template that was not filled in. */

import type { Agent } from '../agent/agent';
import { slotsOfNewAgents } from '../create/slots';
import type { ParagraphReading } from '../prose/paragraphs';
import { slotsOfTemplates } from '../sectionKinds/slots';
import { document } from '../text/document';
import { lazy, lazyFor } from '../text/lazy';
import { quoted } from '../text/quoted';
import { moved, type Span, span, textAt } from '../text/span';
import type { Rule } from './rule';

export const placeholder: Rule = {
  id: 'placeholder',
  title: 'Unfilled template placeholder',
  why: 'The model reads a placeholder as part of the instructions.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Forbidden Access

        - Frontend code
        - [Folder or kind of file]
          ^^^^^^^^^^^^^^^^^^^^^^^^ placeholder
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Rules

        - TODO: say which tests must pass
          ^^^^ placeholder

        TBD
        ^^^ placeholder
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
        Report every TODO as \`[file]: [text]\`. Answer with [Folder or kind of file](https://example.org) or [your own words].

        ## Output Format

        - TODO: what is left to do

        - [ ] TODO list is empty
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const unfilled of unfilledPlaceholders(agent)) {
      yield {
        span: unfilled,
        message: `Fill in ${quoted(textAt(file.source.text, unfilled))} or remove the line: the model reads it as an instruction.`,
      };
    }
  },
};

/** Placeholders of templates of sections and of whole agents. */
const slots = lazy((): ReadonlySet<string> => new Set([...slotsOfTemplates(), ...slotsOfNewAgents()]));

/** Length of the longest slot of a template in UTF-16 code units, with its brackets. */
const longest = lazy(() => [...slots()].reduce((most, { length }) => Math.max(most, length), 0));

const notes: readonly string[] = ['TODO', 'TBD', 'FIXME'];

/** Slots of templates, and lines outside examples and code that begin with a note to do something. */
function unfilledPlaceholders(agent: Agent): readonly Span[] {
  return agent
    .paragraphs()
    .flatMap(({ at, reading }) => unfilledIn(reading).map((found) => ({ ...found, span: moved(found.span, at) })))
    .filter(({ isNote, span: { start } }) => !agent.isCode(start) && !(isNote && agent.isNonInstructional(start)))
    .map((found) => found.span);
}

interface Unfilled {
  readonly span: Span;
  readonly isNote: boolean;
}

const unfilledIn = lazyFor(({ text, lines }: ParagraphReading): readonly Unfilled[] =>
  lines.flatMap(({ content, first }) => [
    ...(first ? noteAt(text, content) : []).map((note) => ({ span: note, isNote: true })),
    ...slotsIn(text, content).map((slot) => ({ span: slot, isNote: false })),
  ]),
);

function noteAt(text: string, { start, end }: Span): readonly Span[] {
  const note = notes.find((word) => text.startsWith(word, start));
  if (note === undefined) return [];
  const after = start + note.length;
  return after === end || text[after] === ':' ? [span(start, after)] : [];
}

function slotsIn(text: string, { start, end }: Span): readonly Span[] {
  // A search in the whole paragraph would look through all that follows, for each of its lines.
  const line = text.slice(start, end);
  const found: Span[] = [];
  for (let at = line.indexOf('['); at >= 0; at = line.indexOf('[', at + 1)) {
    const stop = at + line.slice(at, at + longest()).indexOf(']') + 1;
    // Before a parenthesis the brackets are the text of a link.
    if (stop > at && text[start + stop] !== '(' && slots().has(line.slice(at, stop)))
      found.push(span(start + at, start + stop));
  }
  return found;
}
