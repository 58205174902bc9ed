/** Rule: the same list item is both allowed and forbidden. */

import type { Paragraph, ParagraphReading } from '../prose/paragraphs';
import { sectionRegions } from '../prose/sectionRegions';
import { contraryOf } from '../sectionKinds/contraries';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { lazyFor } from '../text/lazy';
import { quoted } from '../text/quoted';
import { moved, type Span, textAt } from '../text/span';
import type { Rule } from './rule';

export const accessContradiction: Rule = {
  id: 'access-contradiction',
  title: 'Item both allowed and forbidden',
  why: 'The model may follow either instruction, and not the same one every time.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Allowed Access

        - **Backend tests**
        - Documentation

        ## Forbidden Access

        - Frontend code
        - backend tests.
          ^^^^^^^^^^^^^^ access-contradiction
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Boundaries

        **Will:**
        - Change the schema

        **Will Not:**
        - Change the schema.
          ^^^^^^^^^^^^^^^^^^ access-contradiction
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
        ## Allowed Access

        - Backend tests

        ## Forbidden Access

        - Frontend tests

        ## Notes

        - Backend tests
        `,
    },
    // The subsections belong to the forbidden section, so the second item does not contradict the first.
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Forbidden Access

        - Backend tests

        ### Never

        - Secrets

        ### What I Do

        - Backend tests
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const seen = new Map<string, { readonly kind: string; readonly span: Span }>();
    for (const { kind, item, key } of accessItems(file, agent.paragraphs())) {
      if (key === '') continue;
      const other = seen.get(`${contraryOf(kind)} ${key}`);
      if (other !== undefined) {
        yield {
          span: item,
          message: `${quoted(textAt(file.source.text, item))} is both allowed and forbidden. Keep one, or say how the two cases differ.`,
          related: [{ span: other.span, message: 'Contradicts this' }],
        };
      } else if (!seen.has(`${kind} ${key}`)) seen.set(`${kind} ${key}`, { kind, span: item });
    }
  },
};

interface AccessItem {
  readonly kind: string;
  readonly item: Span;
  /** What it says, for comparison. */
  readonly key: string;
}

/** The list items of sections that allow or forbid, in file order. */
function accessItems(file: AgentFile, paragraphs: readonly Paragraph[]): readonly AccessItem[] {
  const areas = sectionRegions(file, (kind) => contraryOf(kind) !== undefined);
  const found: AccessItem[] = [];
  let next = 0;
  for (const { at, reading } of paragraphs) {
    for (const { content, key } of itemsOf(reading)) {
      const start = at + content.start;
      while ((areas[next]?.span.end ?? start + 1) <= start) next++;
      const area = areas[next];
      if (area === undefined) return found;
      if (area.span.start <= start) found.push({ kind: area.kind, item: moved(content, at), key });
    }
  }
  return found;
}

/** The list items of a paragraph. */
const itemsOf = lazyFor(({ text, lines }: ParagraphReading) =>
  lines.flatMap(({ content, marker }) =>
    marker.start < marker.end && content.start < content.end ? [{ content, key: plain(textAt(text, content)) }] : [],
  ),
);

/** An item's text for comparison: lower case, without emphasis, code marks and punctuation at the end. */
function plain(text: string): string {
  const clean = text.replaceAll('*', '').replaceAll('`', '').replaceAll('_', ' ').toLowerCase().trim();
  return clean.endsWith('.') || clean.endsWith(';') || clean.endsWith(',') ? clean.slice(0, -1).trim() : clean;
}
