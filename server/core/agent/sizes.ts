/** About how many tokens the parts of an agent are that a model reads: the description, the body, its sections. */

import type { AgentFile, Section } from '../syntax/tree';
import { span, textAt } from '../text/span';
import { estimateTokens } from '../text/tokenEstimate';
import type { Agent } from './agent';
import { textByRole } from './fields';

/** The description as YAML reads it; 0 when there is none that is a text. */
export const purposeTokens = (agent: Agent): number => estimateTokens(textByRole(agent, 'purpose')?.text.trim() ?? '');

/** Everything below the frontmatter, without blank lines around it. */
export const bodyTokens = ({ source, body }: AgentFile): number =>
  estimateTokens(textAt(source.text, body.span).trim());

/** A heading and everything under it, sub-sections included, without the blank lines after. */
export const sectionTokens = ({ source }: AgentFile, section: Section): number =>
  estimateTokens(textAt(source.text, section.span).trimEnd());

/** The sections that are in no other. A heading above the whole body, with others below it, is its title and no section. */
export function uppermostSections({ source, body }: AgentFile): readonly Section[] {
  const [first, ...others] = body.root.children;
  if (first === undefined || others.length > 0 || first.children.length === 0) return body.root.children;
  const before = textAt(source.text, span(body.span.start, first.span.start));
  return before.trim() === '' ? first.children : body.root.children;
}
