/** How a header asks for the check of the report: the names of the parts, which a host reads, and the command that it runs. */

export const reportHook = {
  /** The event under which the check is written. */
  event: 'Stop',
  /** The events under which it may stand; in a subagent both are the same. */
  events: ['Stop', 'SubagentStop'] as readonly string[],
  /** The key of the list in an entry of an event. */
  list: 'hooks',
  /** The lines of the hook itself, each a key and its value. */
  lines: ['type: command', 'command: agent-authoring report hook'] as readonly string[],
  /** The key that holds the command. */
  command: 'command',
  /** What a command holds that runs the check, however the program is found (`npx …`, a path). */
  run: 'agent-authoring report hook',
} as const;
