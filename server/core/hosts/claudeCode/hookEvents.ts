/** The hook events and kinds of hooks that Claude Code knows in an agent. */

import type { Hooks } from '../host';
import type { NestedKey } from '../nestedShape';
import { flag, free, string, strings, stringsByName, text, word } from './nestedShapes';

type Keys = Readonly<Record<string, NestedKey>>;

const common: Keys = {
  if: { summary: 'Runs the hook only for calls such as `Bash(git *)`.', value: string },
  timeout: { summary: 'Seconds after which the hook is stopped.', value: { kind: 'positive' } },
  statusMessage: { summary: 'What is shown while the hook runs.', value: string },
  once: { summary: 'Whether the hook runs only the first time.', value: flag },
};

const ofCommand: Keys = {
  command: {
    summary: 'The shell command of a `command` hook; it gets the event as JSON on standard input.',
    value: string,
  },
  args: { summary: 'The arguments of the command, as a list.', value: strings },
  shell: { summary: 'The shell that runs the command.', value: word({ bash: 'Bash.', powershell: 'PowerShell.' }) },
  async: { summary: 'Whether the agent goes on without waiting for the command.', value: flag },
  asyncRewake: {
    summary: 'Like `async`, but the command wakes the model when it exits with code 2.',
    value: flag,
  },
  rewakeMessage: { summary: 'What comes before the output that wakes the model.', value: text },
  rewakeSummary: { summary: 'What the user then sees, in one line.', value: text },
};

const ofPrompt: Keys = {
  prompt: { summary: 'The question of a `prompt` or `agent` hook.', value: string },
  model: { summary: 'The model that answers the question.', value: string },
};

const ofQuestion: Keys = {
  ...ofPrompt,
  continueOnBlock: { summary: 'Whether the turn goes on after a refusal, with the reason.', value: flag },
};

const ofHttp: Keys = {
  url: { summary: 'Where an `http` hook sends the event.', value: { kind: 'url' } },
  headers: { summary: 'Headers that are sent along.', value: stringsByName('The name of a header.') },
  allowedEnvVars: { summary: 'The variables that headers may contain, as a list.', value: strings },
};

const ofTool: Keys = {
  server: { summary: 'The MCP server of an `mcp_tool` hook.', value: string },
  tool: { summary: 'The tool that an `mcp_tool` hook calls.', value: string },
  input: {
    summary: 'The input of the tool.',
    value: { kind: 'named', summary: 'The name of a parameter.', value: free },
  },
};

export const claudeCodeHooks = {
  events: [
    { value: 'PreToolUse', summary: 'Before a tool runs; can refuse it.' },
    { value: 'PreSkillShellCommand', summary: 'Before a shell command in a skill runs; can refuse it.' },
    { value: 'PostToolUse', summary: 'After a tool has run.' },
    { value: 'PostToolUseFailure', summary: 'After a tool has failed.' },
    { value: 'PostToolBatch', summary: 'After all tools of one turn have run.' },
    { value: 'PermissionRequest', summary: 'When permission is about to be asked; can answer.' },
    { value: 'PermissionDenied', summary: 'After permission was refused.' },
    { value: 'Notification', summary: 'When a notification is shown.' },
    { value: 'MessageDisplay', summary: 'When a message is shown.' },
    { value: 'UserPromptSubmit', summary: 'When the user sends a prompt, before the model sees it.' },
    { value: 'UserPromptExpansion', summary: 'When a command in a prompt is expanded.' },
    { value: 'SessionStart', summary: 'When a session begins or is resumed.' },
    { value: 'SessionEnd', summary: 'When a session ends.' },
    { value: 'Setup', summary: 'When the session is set up or maintained.' },
    { value: 'Stop', summary: 'When the agent has finished; in a subagent it acts as SubagentStop.' },
    { value: 'StopFailure', summary: 'When a turn ends with an error.' },
    { value: 'SubagentStart', summary: 'When a subagent begins.' },
    { value: 'SubagentStop', summary: 'When a subagent has finished.' },
    { value: 'TeammateIdle', summary: 'When a teammate is about to go idle.' },
    { value: 'TaskCreated', summary: 'When an entry of the task list is made.' },
    { value: 'TaskCompleted', summary: 'When an entry of the task list is completed.' },
    { value: 'PreCompact', summary: 'Before the conversation is compacted.' },
    { value: 'PostCompact', summary: 'After the conversation was compacted.' },
    { value: 'PreModelSwitch', summary: 'Before the model changes.' },
    { value: 'PostModelSwitch', summary: 'After the model has changed.' },
    { value: 'Elicitation', summary: 'When an MCP server asks the user for input.' },
    { value: 'ElicitationResult', summary: 'When the user has answered an MCP server.' },
    { value: 'ConfigChange', summary: 'When a settings file changes.' },
    { value: 'InstructionsLoaded', summary: 'When a file of instructions is loaded.' },
    { value: 'CwdChanged', summary: 'When the working folder changes.' },
    { value: 'FileChanged', summary: 'When a watched file changes.' },
    { value: 'DirectoryAdded', summary: 'When a folder is added to the session.' },
    { value: 'WorktreeCreate', summary: 'When a worktree is made.' },
    { value: 'WorktreeRemove', summary: 'When a worktree is removed.' },
  ],
  guards: ['PreToolUse', 'PermissionRequest', 'PreSkillShellCommand'],
  mainSession: ['SessionStart', 'SessionEnd', 'UserPromptSubmit', 'SubagentStart', 'MessageDisplay'],
  matchesTools: ['PreToolUse', 'PostToolUse', 'PostToolUseFailure', 'PermissionRequest'],
  list: 'hooks',
  unguarded: ['metadata', 'mcpServers'],
  types: {
    command: {
      summary: 'Runs a shell command.',
      needs: ['command'],
      keys: {
        ...common,
        ...ofCommand,
        onFailure: {
          summary: 'What happens when the command fails.',
          value: word({ continue: 'The agent continues.', block: 'The action is blocked.' }),
        },
      },
    },
    prompt: { summary: 'Puts a question to a model.', needs: ['prompt'], keys: { ...common, ...ofQuestion } },
    agent: { summary: 'Lets an agent check the matter.', needs: ['prompt'], keys: { ...common, ...ofPrompt } },
    http: { summary: 'Sends the event to a URL.', needs: ['url'], keys: { ...common, ...ofHttp } },
    mcp_tool: { summary: 'Calls a tool of an MCP server.', needs: ['server', 'tool'], keys: { ...common, ...ofTool } },
  },
} as const satisfies Hooks;

/** Every key of a hook, whatever its type. */
export const hookKeys: Readonly<Record<string, NestedKey>> = {
  ...ofCommand,
  ...ofQuestion,
  ...ofHttp,
  ...ofTool,
  ...common,
};
