/** Rule: the text speaks of another number of turns than the header allows. */
import { fieldByRole } from '../dialects/lookup';
import { faultOf } from '../hosts/shapes';
import { entryOf } from './fields';
import type { Rule } from './rule';
import { turnClaims } from './turnWords';

export const turnsAgainstWords: Rule = {
  id: 'turns-against-words',
  title: 'The text speaks of another number of turns than the header',
  why: 'Claude Code counts turns by `maxTurns` and never reads a number in the text. An agent that is told of more turns than it has is stopped in the middle of its work; one that is told of fewer is not stopped there.',
  severity: 'information',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 50\n---\nYou have at most 5 turns. Use them well.\n^^^^^^^^^^^^^^^^^^^^^^^^ turns-against-words\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 5\n---\nYou have at most 5 turns. Use them well.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 10\n---\n## Limits\n\n- **Budget**: finish within twenty turns.\n              ^^^^^^^^^^^^^^^^^^^^^^^^^^ turns-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\nmaxTurns: 20\n---\n## Limits\n\n- **Budget**: finish within twenty turns.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: "30"\n---\n- **Turn budget**: 60 – spend it on the hard parts\n    ^^^^^^^^^^^^^^^^^ turns-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\nmaxTurns: 60\n---\n- **Turn budget**: 60 – spend it on the hard parts\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 30\n---\nThis agent has a 12-turn limit and no more.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ turns-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\nmaxTurns: 12\n---\nThis agent has a 12-turn limit and no more.\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 5\n---\nYou have five turns. Your turn limit is 5.\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\n---\nYou have at most 5 turns.\n' },
    // A goal below the limit, and numbers that differ.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 30\n---\nFinish within 20 turns.\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 30\n---\nYou have 5 turns.\n\nYou have 10 turns.\n' },
    // Of a part of the work, of somebody else, of something else.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 30\n---\nYou have at most 2 turns for exploration. You have 20 turns per message. Each subagent has at most 5 turns. Keep at most 5 turns of history. The user gets up to 3 turns. Spend at most 2 turns on reading. You have at most 12 search turns.\n\n## Conversation settings\n\n- Max turns: 10\n',
    },
    // No certain number, or a condition.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 30\n---\nYou have ~50 turns. You have 5-10 turns. You have at most 40% of the turns. Turn budget: 60% for reading. If you have 15 turns, read one file. Do not stop after 5 turns. You have more than 5 turns. Your turn budget is small (12). Aim for 5 turns.\n',
    },
    // Quoted, shown, or for others to say.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: 30\n---\nAdd the line "You have 5 turns." to it. Write `You have 5 turns.` there. Tell it: you have 5 turns.\n\n> You have 5 turns.\n\n```\nYou have 5 turns.\n```\n\n## Example\n\nYou have 5 turns.\n\n## Prompt for the reviewer\n\nYou have 5 turns.\n',
    },
  ],
  *check(file, { dialect, facts }) {
    const field = fieldByRole(dialect, 'turns');
    const value = entryOf(file, field)?.value;
    if (field === undefined || value?.kind !== 'scalar' || faultOf(field.field, value) !== undefined) return;
    const limit = Number(value.text.trim());
    const claims = turnClaims(file, facts.sentences(), field.key);
    const [first] = claims;
    // Several numbers are those of several tasks.
    if (first === undefined || claims.some(({ count }) => count !== first.count)) return;
    const { span, number, count, isBound } = first;
    // A goal below the limit is a good plan.
    if (count === limit || (count < limit && !isBound)) return;
    const turns = `${count} turn${count === 1 ? '' : 's'}`;
    yield {
      span,
      severity: count < limit ? 'hint' : 'information',
      message:
        count < limit
          ? `The text speaks of ${turns}, but words stop nothing: \`${field.key}\` lets the agent go on to ${limit}. Make the two say the same.`
          : `The text speaks of ${turns}, but \`${field.key}\` stops the agent after ${limit}, whatever it is doing. Make the two say the same.`,
      related: [{ span: value.span, message: 'This limit counts' }],
      fixes: [
        {
          title: `Set \`${field.key}\` to ${count}`,
          safe: false,
          edits: [{ span: value.span, newText: String(count) }],
        },
        { title: `Write ${limit} in the text`, safe: false, edits: [{ span: number, newText: String(limit) }] },
      ],
    };
  },
};
