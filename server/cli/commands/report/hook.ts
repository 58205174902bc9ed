/**
 * `agent-authoring report hook`: sends a Claude Code agent back when its report does not match. It blocks only for certain
 * errors and only once: Claude Code would end such a loop only after eight rounds.
 */
import { checkReport } from '../../../core/index';
import type { Environment } from '../../environment';
import { jsonText, printable } from '../../printable';
import { contractIn } from './contract';
import { findAgent } from './findAgent';
import { type StopEvent, stopEventOf } from './hookInput';

/** Pieces of background work of a session. With more, the agent may stop, as whenever it is unclear whether it is done. */
const MAX_RUNNING = 20;

/** How many errors to send to the model at once. */
const MAX_FINDINGS = 30;

/**
 * Answers the hook's event on standard input. Unexpected input blocks nothing; standard error says why, which only the debug
 * log of Claude Code shows.
 */
export function runHook(environment: Environment): 0 {
  try {
    const said = answerTo(environment);
    if (said.kind === 'block') environment.out(`${jsonText({ decision: 'block', reason: said.text })}\n`);
    // Claude Code does not show the standard error of a hook that exits with 0.
    else if (said.kind === 'warn') environment.out(`${jsonText({ systemMessage: `agent-authoring: ${said.text}` })}\n`);
    else if (said.text !== '') environment.err(`agent-authoring: ${printable(said.text)}\n`);
  } catch (error) {
    environment.err(`agent-authoring: ${printable(String(error))}\n`);
  }
  return 0;
}

interface Answer {
  /** `block` sends the agent back with the text, `warn` shows the text to the user, `note` goes to standard error. */
  readonly kind: 'block' | 'warn' | 'note';
  readonly text: string;
}

const note = (text: string): Answer => ({ kind: 'note', text });

function answerTo(environment: Environment): Answer {
  const input = environment.stdin();
  if (input.kind === 'error') return note(`Cannot read the input: ${input.message}.`);
  const event = stopEventOf(input.text);
  if (typeof event === 'string') return note(event);
  const agent = findAgent(event.agent, environment.sessionFolder ?? event.folder, environment);
  if (typeof agent === 'string') return note(agent);
  const loaded = contractIn(agent);
  if (loaded.kind === 'error') return note(`The report of ${event.agent} is not checked: ${loaded.message}.`);
  const { findings, ok } = checkReport(event.answer, loaded.contract);
  if (ok) return note('');
  if (mayBeWaiting(event, environment))
    return note(`${event.agent} may not be done: work that it started still runs in the background.`);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => printable(message));
  const rest = errors.length > MAX_FINDINGS ? [`… and ${errors.length - MAX_FINDINGS} more.`] : [];
  const said = [...errors.slice(0, MAX_FINDINGS), ...rest];
  if (event.again) {
    const name = printable(event.agent);
    return { kind: 'warn', text: `The report of ${name} still does not match its template: ${said.join(' ')}` };
  }
  const list = said.map((message) => `- ${message}`).join('\n');
  return {
    kind: 'block',
    text: `The completion report at the end of your answer does not match your instructions:\n${list}\nRepeat your answer with the whole report corrected.`,
  };
}

/**
 * Whether the agent may be waiting for work that it started in the background. Its transcript names such work, but not the
 * work of other agents.
 */
function mayBeWaiting({ transcript, running }: StopEvent, environment: Environment): boolean {
  if (running.length === 0) return false;
  // Each one is searched for in the whole transcript, which may have many megabytes.
  if (running.length > MAX_RUNNING) return true;
  const read = transcript === undefined || transcript === '' ? undefined : environment.read(transcript);
  return read?.kind !== 'text' || running.some((id) => read.text.includes(id));
}
