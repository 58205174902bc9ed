/** Rule: the text says that the agent runs on another model than the header. */
import { fieldByRole } from '../dialects/lookup';
import { familyIn } from '../dialects/modelName';
import { entryOf } from './fields';
import { modelClaims } from './modelWords';
import type { Rule } from './rule';
import { quoted } from './words';

export const modelAgainstWords: Rule = {
  id: 'model-against-words',
  title: 'The text names another model than the header',
  why: 'Claude Code takes the model from the header, or from whoever starts the agent, and never from the text. What the text says of the model is then wrong, and so may be what was written with that model in mind.',
  severity: 'information',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nYou run on Opus, because the decisions are hard.\n^^^^^^^^^^^^^^^ model-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\nmodel: opus\n---\nYou run on Opus, because the decisions are hard.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: "sonnet"\n---\n# Reviewer\n\n- **Role**: reviews\n- **Model**: Opus 4.5 (deep analysis)\n    ^^^^^^^^^^^^^ model-against-words\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: claude-haiku-4-5\n---\nAlways use the opus model.\n^^^^^^^^^^^^^^^^^^^^^^^^^ model-against-words\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmodel: opus\n---\nAlways use the opus model.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: opus[1m]\n---\n- **Model note** – this agent uses `claude-sonnet-4-5` for speed.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ model-against-words\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: claude-opus-4-8\n---\nYou run on Opus. You are powered by Claude Opus 4.\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\nmodel: inherit\n---\nYou run on Opus.\n' },
    { text: '---\nname: a\ndescription: Does a thing.\n---\nYou run on Opus.\n' },
    // Other agents, and models as the subject.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nSpawn a sonnet agent, delegate the review to opus. Use opus. Always use the Opus model for any subagents. The router runs on Opus. This agent uses Opus.\n\n## Model\n\nModel: opus\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nPrefer Claude Opus for reasoning and Sonnet for code. Use Opus for audio. Model: Opus for planning. Opus is slower. Write opus-level prose. You write sonnets.\n',
    },
    // Conditions, choices, and several roles in one text.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nIf you are running on Opus, stop. Verify you are running on Opus. You run on Opus or better. You run on opus (or haiku for a light goal).\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nYou run on Opus.\n\nYou run on Sonnet.\n' },
    // Quoted, or shown.
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nReject the text "You run on Opus." as it stands.\n\n> You run on Opus.\n\n```\nYou run on Opus.\n```\n\n## Output format\n\nModel: opus\n',
    },
  ],
  *check(file, { dialect, facts }) {
    const field = fieldByRole(dialect, 'model');
    const value = entryOf(file, field)?.value;
    const family = value?.kind === 'scalar' ? familyIn(value.text, dialect.models) : undefined;
    // The model of the conversation may be any, and so may one that nobody here knows.
    if (field === undefined || value?.kind !== 'scalar' || family === undefined) return;
    const claims = modelClaims(file, facts.sentences(), dialect.models);
    const [first] = claims;
    const isOther = claims.every((claim) => claim.family === first?.family && !claim.named.has(family));
    if (first === undefined || !isOther) return;
    yield {
      span: first.span,
      message: `The text says that the agent runs on ${quoted(first.family)}, but \`${field.key}\` is ${quoted(value.text)}, and ${dialect.host} does not look for a model in the text. Make the two say the same.`,
      related: [{ span: value.span, message: 'This model counts' }],
      fixes: [
        {
          title: `Set \`${field.key}\` to \`${first.family}\``,
          safe: false,
          edits: [{ span: value.span, newText: first.family }],
        },
      ],
    };
  },
};
