/** Rule: an entry of the list of skills that loads nothing, because no skill has the name or the skill is closed to the model. */
import { replaceWord } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import { closedWhy, createSkill, isCommitted, loadableNames, skillGatesOf } from '../findings/skills';
import { closestOf } from '../text/closest';
import { document } from '../text/document';
import { shortPath } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

const skill = (): string => document`
  ---
  name: deploy
  description: Deploys the service.
  ---
  Run the script.
  `;

const closed = (): string => document`
  ---
  name: release
  description: Publishes a release.
  disable-model-invocation: true
  ---
  Run the script.
  `;

export const skillUnknown: Rule = {
  id: 'skill-unknown',
  title: 'Skill that cannot be loaded',
  why: 'The host starts the agent without a skill that it does not find or may not give to the model.',
  severity: 'warning',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: deploi
                ^^^^^^ skill-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        skills: deploy
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.claude/skills/deploy/SKILL.md': skill() },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: deploy, audit
                        ^^^^^ skill-unknown
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.claude/skills/deploy/SKILL.md': skill() },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills:
          - release
            ^^^^^^^ skill-unknown
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.claude/skills/release/SKILL.md': closed() },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: deploy
                ^^^^^^ skill-unknown
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/packages/api/.claude/skills/deploy/SKILL.md': skill() },
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: deploy, fix, team:lint
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.claude/skills/deploy/SKILL.md': skill(), '/w/.claude/commands/quick/fix.md': 'Fix it.\n' },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: deploi
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
    },
  ],
  *across({ card, skills }, around) {
    if (!isCommitted(card)) return;
    const host = card.format.host.name;
    for (const { name, span, in: place } of skills) {
      if (place !== 'field') continue;
      const found = around.skill(name);
      if (found.kind === 'built-in' || found.kind === 'ambiguous') continue;
      if (found.kind === 'one') {
        const why = closedWhy(found.card, skillGatesOf(card), `${host} starts the agent without it`);
        if (why === undefined) continue;
        yield {
          span,
          message: `The skill ${quoted(name)} ${why}. Remove the entry, or change the skill.`,
          related: [{ span: found.card.nameSpan, message: 'This is the skill.', in: found.card }],
        };
        continue;
      }
      // What has a colon may belong to a plugin that is installed elsewhere.
      if (name.includes(':')) continue;
      const [far] = found.elsewhere;
      if (far !== undefined) {
        yield {
          span,
          severity: 'information',
          message: `The skill ${quoted(name)} is in \`${shortPath(far.path, card.path)}\`, where ${host} does not look from here: it starts the agent without it. Move the skill to a folder that both share.`,
          related: [{ span: far.nameSpan, message: 'This is the skill.', in: far }],
        };
        continue;
      }
      const known = around.skills();
      if (!known.some(({ tree }) => tree.scope === 'project')) continue;
      const meant = closestOf(name, loadableNames(known));
      const create = createSkill(card, name);
      const finding: Finding = {
        span,
        unknown: { kind: 'skills', names: [name] },
        message: `No skill of this workspace is named ${quoted(name)}: unless you or a plugin have one, ${host} starts the agent without it, and only its debug log says so. ${meant === undefined ? 'Create the skill, or remove the entry.' : `Write ${quoted(meant)}, or create the skill.`}`,
        fixes: [
          ...(meant === undefined ? [] : [replaceWord(name, meant, span)]),
          ...(create === undefined ? [] : [create]),
        ],
      };
      yield finding;
    }
  },
};
