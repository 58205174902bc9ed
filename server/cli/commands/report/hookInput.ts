/** Reads the event that Claude Code sends to a hook when an agent is about to finish. */
import { isRecord, type JsonObject, readJson } from '../../../core/index';

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
  /** The transcript of the agent; undefined when Claude Code keeps none. */
  readonly transcript: string | undefined;
  /** Ids of the background work that may wake the agent again; the event does not say which agent started it. */
  readonly running: readonly string[];
}

/** The event in a JSON text, or what is wrong with it, as a sentence. */
export function stopEventOf(json: string): StopEvent | string {
  const read = readJson(json);
  if (read.kind === 'error') return `The input ${read.message}.`;
  const event = read.value;
  if (!isRecord(event)) return 'The input is not a JSON object.';
  const agent = textIn(event, 'agent_type');
  const folder = textIn(event, 'cwd');
  const answer = textIn(event, 'last_assistant_message');
  if (agent === undefined || agent === '') return 'The input names no agent (`agent_type`).';
  if (folder === undefined) return 'The input names no folder (`cwd`).';
  if (answer === undefined) return 'The input contains no answer (`last_assistant_message`).';
  // Only a plain false means the first time: in doubt the agent may stop.
  const again = !(event['stop_hook_active'] === false);
  // A subagent has its own transcript, next to that of the session.
  const transcript = textIn(event, 'agent_transcript_path') ?? textIn(event, 'transcript_path');
  return { agent, folder, answer, again, transcript, running: runningIn(event) };
}

function runningIn(event: JsonObject): readonly string[] {
  const tasks = event['background_tasks'];
  const ids = (Array.isArray(tasks) ? tasks : []).flatMap((task: unknown) => {
    const id = isRecord(task) ? textIn(task, 'id') : undefined;
    return id === undefined || id === '' ? [] : [id];
  });
  const own = textIn(event, 'agent_id');
  // A subagent in the foreground is not woken, so its answer is final.
  return own === undefined || ids.includes(own) ? ids.filter((id) => id !== own) : [];
}

function textIn(event: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(event, key) ? event[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
