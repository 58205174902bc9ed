/** Reads what Claude Code tells a hook when an agent is about to finish. */

/** The part of the event that matters here. */
export interface StopEvent {
  /** The agent's name. */
  readonly agent: string;
  /** The folder the agent works in; not always the one that the agents were read from. */
  readonly folder: string;
  /** The agent's last message, whole. */
  readonly answer: string;
  /** Whether a hook has sent the agent back already. */
  readonly again: boolean;
}

/** The event in a JSON text, or what is wrong with it, as a sentence. */
export function stopEventOf(json: string): StopEvent | string {
  let event: unknown;
  try {
    event = JSON.parse(json);
  } catch {
    return 'The input is not JSON.';
  }
  if (typeof event !== 'object' || event === null) return 'The input is no JSON object.';
  const agent = textIn(event, 'agent_type');
  const folder = textIn(event, 'cwd');
  const answer = textIn(event, 'last_assistant_message');
  if (agent === undefined || agent === '') return 'The input names no agent (`agent_type`).';
  if (folder === undefined) return 'The input names no folder (`cwd`).';
  if (answer === undefined) return 'The input holds no answer (`last_assistant_message`).';
  // Only a plain false is the first time: when in doubt the agent is let go.
  return { agent, folder, answer, again: !('stop_hook_active' in event && event.stop_hook_active === false) };
}

function textIn(event: object, key: string): string | undefined {
  const value = Object.entries(event).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : undefined;
}
