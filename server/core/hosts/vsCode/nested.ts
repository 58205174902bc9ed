/** What is below the structured fields of VS Code's agents. */
import type { Choice } from '../choice';
import type { NestedShape } from '../nestedShape';

const string: NestedShape = { kind: 'scalar', type: 'string' };
const flag: NestedShape = { kind: 'scalar', type: 'boolean' };

const choices = (...values: readonly string[]): readonly Choice[] =>
  values.map((value) => ({ value, summary: `\`${value}\`.` }));

export const handoffShape: NestedShape = {
  kind: 'sequence',
  item: {
    kind: 'mapping',
    keys: {
      label: { summary: 'What the button says. Required.', value: string },
      agent: { summary: 'The agent that takes over. Required.', value: string },
      prompt: { summary: 'What that agent is told. Required.', value: string },
      send: { summary: 'Whether the prompt is sent at once. Without quotes.', value: flag },
      showContinueOn: { summary: 'Whether the button also offers other places to continue.', value: flag },
      model: { summary: 'The model of that agent, as `Name (vendor)`.', value: string },
    },
  },
};

const command: NestedShape = {
  kind: 'sequence',
  item: {
    kind: 'mapping',
    keys: {
      type: { summary: 'Always `command`.', value: { kind: 'word', choices: choices('command') } },
      command: { summary: 'The command.', value: string },
      windows: { summary: 'The command on Windows.', value: string },
      linux: { summary: 'The command on Linux.', value: string },
      osx: { summary: 'The command on macOS.', value: string },
    },
  },
};

const events: Readonly<Record<string, string>> = {
  SessionStart: 'A session starts.',
  SessionEnd: 'A session ends.',
  UserPromptSubmit: 'The user sends a prompt.',
  PreToolUse: 'A tool is about to run.',
  PostToolUse: 'A tool has run.',
  PreCompact: 'The conversation is about to be shortened.',
  SubagentStart: 'An agent is started by another one.',
  SubagentStop: 'An agent that another one started ends.',
  Stop: 'The agent ends.',
  ErrorOccurred: 'An error occurred.',
};

const hooksOf = (names: readonly string[]): NestedShape => ({
  kind: 'mapping',
  keys: Object.fromEntries(
    names.map((name) => [name, { summary: `Commands for: ${events[name] ?? ''}`, value: command }]),
  ),
});

export const hooksShape: NestedShape = hooksOf(Object.keys(events));

const access = { kind: 'word', choices: choices('read', 'write', 'none') } as const satisfies NestedShape;

export const githubShape: NestedShape = {
  kind: 'mapping',
  keys: {
    permissions: {
      summary: 'What the token of the agent may do.',
      value: {
        kind: 'mapping',
        keys: Object.fromEntries(
          [
            'actions',
            'checks',
            'contents',
            'discussions',
            'issues',
            'metadata',
            'pull-requests',
            'security-events',
            'workflows',
          ].map((scope) => [scope, { summary: `Access to ${scope}.`, value: access }]),
        ),
      },
    },
  },
};
