/** Rule: the body tells the agent to use a skill that the agent cannot start. */

import { replaceWord } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import { closedWhy, createSkill, isCommitted, loadableNames, skillGatesOf } from '../findings/skills';
import { closestOf } from '../text/closest';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Mention } from '../workspace/calls';
import type { Card } from '../workspace/card';
import type { Rule } from './rule';

const skill = (name: string, more = ''): string => document`
  ---
  name: ${name}
  description: Does a thing.
  ${more}---
  Hi
  `;

/** How many other skills that the agent names must exist, before a missing one is not just kept elsewhere. */
const OTHERS = 2;

export const bodySkill: Rule = {
  id: 'body-skill',
  title: 'Skill in the body that cannot be used',
  why: 'The tool that runs skills refuses a skill that is closed to the model, and does not know a skill that does not exist.',
  severity: 'warning',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Invoke the \`release\` skill.
                    ^^^^^^^ body-skill
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.claude/skills/release/SKILL.md': skill('release', 'disable-model-invocation: true\n') },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use the \`build\` skill, then use the \`check\` skill. Last, use the \`deploi\` skill.
                                                                          ^^^^^^ body-skill
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use the \`build\` skill, then use the \`check\` skill. Last, use the \`deploy\` skill.
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/skills/build/SKILL.md': skill('build'),
        '/w/.claude/skills/check/SKILL.md': skill('check'),
        '/w/.claude/skills/deploy/SKILL.md': skill('deploy'),
      },
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use the \`build\` skill, then use the \`deploi\` skill. Never use the \`release\` skill.
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/skills/build/SKILL.md': skill('build'),
        '/w/.claude/skills/release/SKILL.md': skill('release', 'disable-model-invocation: true\n'),
      },
    },
  ],
  *across({ card, skills }, around) {
    if (!isCommitted(card)) return;
    const told = skills.filter((use) => use.in === 'body');
    const found = new Map([...new Set(told.map(({ name }) => name))].map((name) => [name, around.skill(name)]));
    const existing = [...found.values()].filter(({ kind }) => kind === 'one').length;
    const reported = new Set<string>();
    for (const { name, span } of told) {
      const answer = found.get(name);
      if (answer === undefined || reported.has(name)) continue;
      if (answer.kind === 'one') {
        const why = closedWhy(answer.card, skillGatesOf(card), 'the agent cannot start it');
        if (why === undefined) continue;
        reported.add(name);
        yield {
          span,
          severity: answer.card.isOpen ? 'information' : 'warning',
          message: `The skill ${quoted(name)} ${why}. ${answer.card.isOpen ? 'Say when to use it' : 'Remove the instruction'}, or change the skill.`,
          related: [{ span: answer.card.nameSpan, message: 'This is the skill.', in: answer.card }],
        };
      } else if (answer.kind === 'none' && existing >= OTHERS && !name.includes(':')) {
        reported.add(name);
        yield missing({ name, span }, card, loadableNames(around.skills()));
      }
    }
  },
};

/** @param known The names of the skills that the agent can start. */
function missing({ name, span }: Mention, card: Card, known: readonly string[]): Finding {
  const meant = closestOf(name, known);
  const create = createSkill(card, name);
  return {
    span,
    unknown: { kind: 'skills', names: [name] },
    severity: 'information',
    message: `No skill of this workspace is named ${quoted(name)}, although the other skills of this file exist. ${meant === undefined ? 'Create the skill, or correct the name.' : `Write ${quoted(meant)}, or create the skill.`}`,
    fixes: [
      ...(meant === undefined ? [] : [replaceWord(name, meant, span)]),
      ...(create === undefined ? [] : [create]),
    ],
  };
}
