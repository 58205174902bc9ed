/** Rule: the descriptions of all skills and commands together are longer than what the host tells its model. */
import { document } from '../text/document';
import { withCommas } from '../text/numbers';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

const path = '/w/.claude/skills/review/SKILL.md';

const command = '/w/.claude/commands/test.md';

const others: Readonly<Record<string, string>> = {
  [command]: document`
    ---
    description: Writes the missing tests.
    ---
    Hi
    `,
};

const text = document`
  ---
  description: Reviews each change, also a small one.
  ---
  Hi
  `;

export const skillsOverBudget: Rule = {
  id: 'skills-over-budget',
  title: 'Descriptions of all skills too long',
  why: 'The model chooses skills by their descriptions. When all of them together are too long, it is told only the names of some.',
  severity: 'information',
  kinds: ['skill', 'command'],
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        description: Reviews each change, also a small one.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ skills-over-budget
        ---
        Hi
        `,
      format: 'claude-code-skill',
      path,
      others,
      listsAtMost: 60,
    },
  ],
  good: [
    { text, format: 'claude-code-skill', path, others },
    {
      text: document`
        ---
        description: Writes the missing tests.
        ---
        Hi
        `,
      format: 'claude-code-command',
      path: command,
      others: { [path]: text },
      listsAtMost: 60,
    },
    {
      text: document`
        ---
        description: Reviews each change, also a small one.
        disable-model-invocation: true
        ---
        Hi
        `,
      format: 'claude-code-skill',
      path,
      others,
      listsAtMost: 60,
    },
  ],
  *acrossSkills({ card, format }, around) {
    const limit = format.listing?.maxCharacters;
    if (limit === undefined) return;
    const listed = around.listed();
    if (listed === undefined || listed.characters <= limit) return;
    const { characters, skills, longest } = listed;
    const host = format.host.name;
    yield {
      span: card.descriptionSpan,
      message: `Shorten the descriptions of skills and commands, first this one (${withCommas(card.told)} characters): the ${skills} here have ${withCommas(characters)} characters together, and ${host} tells its model ${withCommas(limit)} by default. The model then knows some of them only by name.`,
      related: longest.slice(1).map((other) => ({
        span: other.descriptionSpan,
        message: `The description of ${quoted(other.names[0] ?? '')} has ${withCommas(other.told)} characters.`,
        in: other,
      })),
    };
  },
};
