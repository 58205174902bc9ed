/** About how many tokens the parts of an agent are that a model reads: the description, the body, its sections. */
import type { Dialect } from '../dialects/dialect';
import type { AgentFile, Section } from '../syntax/tree';
import { textAt } from '../text/span';
import { estimateTokens } from '../text/tokenEstimate';
import { textByRole } from './fields';

/** The description as YAML reads it; 0 when there is none that is a text. */
export const purposeTokens = (file: AgentFile, dialect: Dialect): number =>
  estimateTokens(textByRole(file, dialect, 'purpose')?.text.trim() ?? '');

/** Everything below the header, without blank lines around it. */
export const bodyTokens = ({ source, body }: AgentFile): number =>
  estimateTokens(textAt(source.text, body.span).trim());

/** A heading and everything under it, sub-sections included, without the blank lines behind. */
export const sectionTokens = ({ source }: AgentFile, section: Section): number =>
  estimateTokens(textAt(source.text, section.span).trimEnd());
