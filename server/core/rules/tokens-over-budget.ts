/** Rule: a description, body or section that is larger than the settings allow. */

import type { Agent } from '../agent/agent';
import { entryByRole } from '../agent/fields';
import { uppermostSections } from '../agent/sizes';
import { isBudget } from '../agent/tokenBudgets';
import type { Finding } from '../findings/finding';
import type { Section } from '../syntax/tree';
import { quoted } from '../text/quoted';
import type { Span } from '../text/span';
import type { Rule } from './rule';

const description = 'description: Calls every endpoint and lists those that answer wrongly.\n';
const title = '# Checker\n\nYou call endpoints.\n';
const steps = '\n## Steps\n\n1. Read the list of endpoints.\n2. Call each of them.\n';
const answer = '\n### Answer\n\nOne line for each endpoint.\n';
const frontMatter = `---\nname: a\n${description}---\n`;

export const tokensOverBudget: Rule = {
  id: 'tokens-over-budget',
  title: 'Agent part exceeds its token budget',
  why: 'The settings (`tokens`) limit the description, the body and each section. A description costs tokens in every conversation, a body each time that the agent starts. The numbers are estimates. Of nested sections only the innermost is reported, and a title above the whole body is not a section.',
  severity: 'information',
  bad: [
    {
      text: `---\nname: a\n${description}^^^^^^^^^^^ tokens-over-budget\n---\n${title}`,
      tokens: { descriptionBudget: 10 },
    },
    { text: `${frontMatter}^^^ tokens-over-budget\n${title}${steps}`, tokens: { bodyBudget: 20 } },
    {
      text: `${frontMatter}${title}${steps.replace('Steps\n', 'Steps\n   ^^^^^ tokens-over-budget\n')}`,
      tokens: { sectionBudget: 15 },
    },
    {
      text: `${frontMatter}${title}${steps}${answer.replace('Answer\n', 'Answer\n    ^^^^^^ tokens-over-budget\n')}`,
      tokens: { sectionBudget: 9 },
    },
  ],
  good: [
    { text: `${frontMatter}${title}${steps}${answer}` },
    {
      text: `${frontMatter}${title}${steps}${answer}`,
      tokens: { descriptionBudget: 20, bodyBudget: 100, sectionBudget: 35 },
    },
    {
      text: `${frontMatter}${title}${steps}`,
      tokens: { descriptionBudget: 0, bodyBudget: 0, sectionBudget: 0 },
    },
  ],
  *check(agent, { tokens: { descriptionBudget, bodyBudget, sectionBudget } }) {
    const { file, format } = agent;
    // A file without frontmatter may not be an agent, which another rule reports.
    if (file.frontMatter === undefined) return;
    const entry = entryByRole(agent, 'purpose');
    if (entry !== undefined && isBudget(descriptionBudget)) {
      const tokens = agent.tokens.description();
      // Only the key is underlined, because the value may be long.
      if (tokens > descriptionBudget)
        yield finding(
          entry.keySpan,
          'The description',
          tokens,
          descriptionBudget,
          format.readers?.purpose.summary,
          KEEP_PURPOSE,
        );
    }
    if (file.frontMatter.closer !== undefined && isBudget(bodyBudget)) {
      const tokens = agent.tokens.body();
      // The line above the body is underlined instead of all of it.
      if (tokens > bodyBudget)
        yield finding(file.frontMatter.closer, 'The body', tokens, bodyBudget, format.readers?.body.summary, SHORTEN);
    }
    if (isBudget(sectionBudget)) {
      for (const { section, tokens } of sectionsOver(agent, uppermostSections(file), sectionBudget)) {
        const span = section.title === '' ? section.heading : section.titleSpan;
        yield finding(span, `The section ${quoted(section.title)}`, tokens, sectionBudget, undefined, SHORTEN);
      }
    }
  },
};

const KEEP_PURPOSE = 'Keep what says when to use the agent, and move the rest to the body.';
const SHORTEN = 'Shorten it, or move rarely needed parts to a file that the agent reads when necessary.';

const finding = (
  span: Span,
  what: string,
  tokens: number,
  budget: number,
  why: string | undefined,
  todo: string,
): Finding => ({
  span,
  message: [
    `${what} has about ${tokens} tokens; the settings allow ${budget}.`,
    ...(why === undefined ? [] : [why]),
    todo,
  ].join(' '),
});

/** The sections over the budget that contain no other one over it. Headings nest at most six deep, and so does this. */
function sectionsOver(
  agent: Agent,
  sections: readonly Section[],
  budget: number,
): readonly { readonly section: Section; readonly tokens: number }[] {
  return sections.flatMap((section) => {
    const tokens = agent.tokens.section(section);
    if (tokens <= budget) return [];
    const inner = sectionsOver(agent, section.children, budget);
    return inner.length > 0 ? inner : [{ section, tokens }];
  });
}
