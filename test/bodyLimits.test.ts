/** Which words about turns, models and modes the rules take for a statement about the agent itself, and which they leave alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dialectById } from '../server/core/dialects/index';
import { type LintFinding, lint } from '../server/core/lint';
import { applyEdits } from '../server/core/text/edits';
import { agent, dialect } from './agent';

const ids = ['turns-against-words', 'model-against-words', 'mode-against-words'];

function findingsIn(text: string, id = dialect.id): readonly LintFinding[] {
  const { findings, failures } = lint(agent(text), { dialect: dialectById(id) ?? dialect });
  assert.deepEqual(failures, []);
  return findings.filter(({ rule }) => ids.includes(rule));
}

const textOf = (header: string, body: string): string =>
  `---\nname: a\ndescription: Does a thing.\n${header}\n---\n${body}\n`;

/** The words that are found in `body`. */
function wordsIn(header: string, body: string): readonly string[] {
  const text = textOf(header, body);
  return findingsIn(text).map(({ span }) => text.slice(span.start, span.end));
}

/** A body with the words that must be found in it, or with none. */
type Table = readonly (readonly [body: string, words?: string])[];

const tables: Readonly<Record<string, Table>> = {
  'maxTurns: 3': [
    ['You have 30 turns. By turn 28, write the report.', 'You have 30 turns'],
    ['**Budget:** you have 20 turns; use them.', 'you have 20 turns'],
    ['CRITICAL: You have 15 turns MAX.', 'You have 15 turns'],
    ['I have a strict budget of maximum 4 turns (and no more).', 'I have a strict budget of maximum 4 turns'],
    ['You have\n   at most\n   **twenty** turns.', 'You have\n   at most\n   **twenty** turns'],
    ['You have 30 turns and a turn is one answer.', 'You have 30 turns'],
    ['Complete this task in no more than 10 turns.', 'Complete this task in no more than 10 turns'],
    ['Do NOT exceed 12 turns in total.', 'Do NOT exceed 12 turns'],
    ['You get 5 agentic turns per run.', 'You get 5 agentic turns'],
    ['Your turn limit is 20.', 'Your turn limit is 20'],
    ['Your maxTurns is 200.', 'Your maxTurns is 200'],
    ['- Max turns: 20', 'Max turns: 20'],
    ['- Max turns: 20\n\nHand the rest to other agents.'],
    ['maxTurns: 20'],
    ['Set `maxTurns: 20` there.'],
    ['You have 20 turns left.'],
    ['You have 0 turns.'],
    ['You have 12345 turns.'],
    ['You take 20 turns.'],
    ['You have 3–5 turns.'],
    ['You have 20 turns/minute.'],
    ['You have 20 right turns.'],
    ['Stop after 10 turns without progress.'],
    ['A player has at most 10 turns.'],
    ['In an interview, you have at most 10 turns.'],
    ['The agent has at most 10 turns.'],
    ['This agent has at most 10 turns. Dispatch the others.'],
    ['In the first phase, you have 10 turns.'],
    ['For a small repository, you have 10 turns.'],
    ['Interview: you have 10 turns.'],
    ['The panel is 5" wide.\n\nYou have 10 turns.', 'You have 10 turns'],
    ['Finish within 2 turns.'],
    ['Work in at most 2 turns.', 'Work in at most 2 turns'],
    ['Example: you have 10 turns.'],
    ['- [ ] “You have 10 turns.” is in the text'],
    ['## Voice settings\n\nYour turn limit is 20.'],
    ['You have at most 2 turns for exploration.'],
    ['You have 20 turns per message.'],
    ['Each subagent has at most 5 turns.'],
    ['Keep at most 5 turns of history.'],
    ['The user gets up to 4 turns.'],
    ['Spend at most 2 turns on reading.'],
    ['You have at most 12 search turns.'],
    ['You have ~50 turns.'],
    ['You have 5-10 turns.'],
    ['You have at most 40% of the turns.'],
    ['Turn budget: 60% for reading.'],
    ['If you have 15 turns, read one file.'],
    ['Do not stop after 5 turns.'],
    ['You have more than 5 turns.'],
    ['Your turn budget is small (12).'],
    ['Aim for 5 turns.'],
    ['Turn limit: 5 minutes.'],
    ['Tell it: you have 5 turns.'],
    ['## Conversation settings\n\n- Max turns: 10'],
    ['## Prompt for the reviewer\n\nYou have 5 turns.'],
    ['| Turn limit | 20 turns |'],
    ['<example>\nYou have 10 turns.\n</example>'],
  ],
  'model: claude-haiku-4-5': [
    ['You are running on **Opus 4.8**, at the highest effort.', 'You are running on **Opus'],
    ['You are quick by nature — you run on Sonnet and count tokens.', 'you run on Sonnet'],
    ['You are powered by Claude Opus and decide.', 'You are powered by Claude Opus'],
    ["You're running as claude-opus-4-1-20250805.", "You're running as claude-opus-4-1-20250805"],
    ['Because you run on Opus, think long.', 'Because you run on Opus'],
    ['You are Claude Sonnet 4.6.', 'You are Claude Sonnet'],
    ['Your model is opus – use it.', 'Your model is opus'],
    ['This agent uses the Opus model.', 'This agent uses the Opus'],
    ['Model: use Opus.', 'Model: use Opus'],
    ['Use opus.', 'Use opus'],
    ['You are Opus, the penguin.'],
    ['You are a sonnet poet. You write a sonnet a day.'],
    ['Use opus. Opus is a codec.'],
    ['"Use opus." stands there.'],
    ['Spawn a reviewer.\n\nUse opus.'],
    ['You run on Opus when the task is hard.'],
    ['You run on Opus where possible.'],
    ['You run on Opus and Haiku.'],
    ['You run on opus-level hardware.'],
    ['You never run on Opus.'],
    ['Explain that you run on Opus.'],
    ['Say: you run on Opus.'],
    ['This agent uses Opus. Its subagents are quicker.'],
    ['# A\n\n## Step one\n\nModel: opus'],
    ['Spawn a sonnet agent.'],
    ['Delegate the review to opus.'],
    ['Always use the Opus model for any subagents.'],
    ['The router runs on Opus.'],
    ['Prefer Claude Opus for reasoning.'],
    ['Use Opus for audio.'],
    ['Model: Opus for planning.'],
    ['Opus is slower.'],
    ['Write opus-level prose.'],
    ['If you are running on Opus, stop.'],
    ['Verify you are running on Opus.'],
    ['You run on Opus or better.'],
    ['You run on opus (or haiku for a light goal).'],
    ['You run on Opus.\n\nYou run on Sonnet.'],
    ['Reject the text "You run on Opus." as it stands.'],
    ['> You run on Opus.\nYou run on Opus.'],
    ['## Output format\n\nModel: opus'],
    ['Model: opus or better'],
    ['## Subagents\n\nYou run on Opus.'],
  ],
  'permissionMode: acceptEdits': [
    ['**Context:** You work in Plan Mode. Read first.', 'You work in Plan Mode'],
    ['This agent is strictly read-only.', 'read-only'],
    ['I operate always in strict plan mode.', 'I operate always in strict plan mode'],
    ['You are in plan mode, which is a mode.'],
    ['You work in a plan mode of sorts.'],
    ['When asked for a design, you work in plan mode.'],
    ['Never enter plan mode.'],
    ['The architect works in plan mode.'],
    ['You work in auto mode.'],
    ['Never edit generated files.'],
    ['## Example\n\nYou work in plan mode.'],
    ['You are in plan mode.\n\n## Act mode\n\nBuild it.'],
    ['You are in debug mode.'],
    ['Mode 1: you start. You are in plan mode.'],
    ['You are a read-only reviewer. Save the report in `review.md`.'],
    ['The directory is read-only.'],
    ['Answer "you are read-only" to them.'],
  ],
};

for (const [header, table] of Object.entries(tables)) {
  describe(`words against \`${header}\``, () => {
    for (const [body, words] of table) {
      it(`${words === undefined ? 'leaves alone' : 'finds'} ${JSON.stringify(body)}`, () =>
        assert.deepEqual(wordsIn(header, body), words === undefined ? [] : [words]));
    }
  });
}

describe('the header against which words are held', () => {
  for (const header of ['color: red', 'maxTurns: lots', 'maxTurns: -1', 'maxTurns: [5]', 'maxTurns:', 'maxTurns: 10'])
    it(`is silent for \`${header}\``, () => assert.deepEqual(wordsIn(header, 'You have 10 turns.'), []));

  for (const model of [
    'inherit',
    'best',
    'opusplan',
    'gpt-5',
    'arn:aws:bedrock:x',
    '[haiku]',
    'us.anthropic.claude-opus-4-1',
  ])
    it(`is silent for the model \`${model}\``, () =>
      assert.deepEqual(wordsIn(`model: ${model}`, 'You run on Opus.'), []));

  for (const mode of ['yolo', 'plan', 'PLAN', ''])
    it(`is silent for the mode \`${mode}\``, () =>
      assert.deepEqual(wordsIn(`permissionMode: ${mode}`, 'You work in plan mode.'), []));

  it('is silent where the mode is ignored, of which another rule speaks', () =>
    assert.deepEqual(
      findingsIn(textOf('permissionMode: acceptEdits', 'You work in plan mode.'), 'claude-code-plugin'),
      [],
    ));

  it('is its last entry of a key, of which the finding tells', () => {
    const text = textOf('maxTurns: 10\nmaxTurns: 20', 'You have 10 turns.');
    const [found] = findingsIn(text);
    const related = found?.related?.[0]?.span;
    assert.equal(related && text.slice(related.start, related.end), '20');
  });

  it('counts for a read-only agent as far as its tools act unasked', () => {
    const body = 'You are a read-only reviewer.';
    const isFound = (mode: string, tools: string): boolean =>
      wordsIn(`permissionMode: ${mode}${tools}`, body).length > 0;
    assert.equal(isFound('acceptEdits', ''), true);
    assert.equal(isFound('acceptEdits', '\ndisallowedTools: Write, Edit, NotebookEdit'), false);
    assert.equal(isFound('bypassPermissions', '\ndisallowedTools: Write, Edit, NotebookEdit'), true);
    assert.equal(isFound('bypassPermissions', '\ntools: Read, Grep'), false);
    assert.equal(isFound('bypassPermissions', '\ntools: Read\nmemory: user'), true);
    assert.equal(isFound('dontAsk', ''), false);
  });
});

describe('what is said and offered', () => {
  const all = (header: string, body: string) => {
    const text = textOf(header, body);
    return findingsIn(text).flatMap(({ severity, fixes = [] }) =>
      fixes.map(({ title, safe, edits }) => ({ severity, title, safe, text: applyEdits(text, edits) })),
    );
  };

  it('is information where the agent is stopped too early, and offers both ways to agree', () => {
    assert.deepEqual(all('maxTurns: "10" # tight', 'You have twenty turns.'), [
      {
        severity: 'information',
        title: 'Set `maxTurns` to 20',
        safe: false,
        text: textOf('maxTurns: 20 # tight', 'You have twenty turns.'),
      },
      {
        severity: 'information',
        title: 'Write 10 in the text',
        safe: false,
        text: textOf('maxTurns: "10" # tight', 'You have 10 turns.'),
      },
    ]);
  });

  it('is a hint where it may go on', () => {
    assert.deepEqual(
      all('maxTurns: 30', 'You have a 20-turn budget.').map(({ severity, text }) => [severity, text]),
      [
        ['hint', textOf('maxTurns: 20', 'You have a 20-turn budget.')],
        ['hint', textOf('maxTurns: 30', 'You have a 30-turn budget.')],
      ],
    );
  });

  it('gives a read-only agent the choice between planning and the mode of its caller', () => {
    const body = 'You never edit files.';
    assert.deepEqual(
      all('permissionMode: acceptEdits', body).map(({ title, safe, text }) => [title, safe, text]),
      [
        ['Set `permissionMode` to `plan`', false, textOf('permissionMode: plan', body)],
        [
          'Remove `permissionMode`',
          false,
          textOf('permissionMode: acceptEdits', body).replace('permissionMode: acceptEdits\n', ''),
        ],
      ],
    );
  });
});
