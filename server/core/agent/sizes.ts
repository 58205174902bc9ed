/** About how many tokens a model reads of an agent: its description, its body, its sections. */

import type { AgentFile, Entry, Section } from '../syntax/tree';
import { lazy } from '../text/lazy';
import { span, textAt } from '../text/span';
import { estimateTokens } from '../text/tokenEstimate';
import { sectionTokens } from './sectionTokens';

/** Estimated numbers of tokens, each computed on first use, once. */
export interface TokenSizes {
  /** The description as YAML reads it; 0 without one that is a string. */
  readonly description: () => number;
  /** Everything below the frontmatter, without blank lines around it. */
  readonly body: () => number;
  /** A heading of this file and everything under it, sub-sections included, without the blank lines after. */
  readonly section: (section: Section) => number;
}

/** The sizes of `file`; `description` gives the entry of its description. */
export function tokenSizes(file: AgentFile, description: () => Entry | undefined): TokenSizes {
  const { source, body } = file;
  const ofSection = lazy(() => sectionTokens(file));
  return {
    description: lazy(() => {
      const value = description()?.value;
      return value?.kind === 'scalar' && value.type === 'string' ? estimateTokens(value.text.trim()) : 0;
    }),
    body: lazy(() => estimateTokens(textAt(source.text, body.span).trim())),
    section: (section) => ofSection()(section),
  };
}

/**
 * The sections that are not inside another one. A heading above the whole body, with others below it, is the title of the body
 * instead of a section.
 */
export function uppermostSections({ source, body }: AgentFile): readonly Section[] {
  const [first, ...others] = body.root.children;
  if (first === undefined || others.length > 0 || first.children.length === 0) return body.root.children;
  const before = textAt(source.text, span(body.span.start, first.span.start));
  return before.trim() === '' ? first.children : body.root.children;
}
