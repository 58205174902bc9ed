/**
 * `agent-authoring report hook`: holds an agent of Claude Code to its report. It blocks only what it is sure of and only
 * once: the program itself ends such a loop as late as after eight rounds.
 */
import { checkReport } from '../../../core/index';
import type { Environment } from '../../environment';
import { printable } from '../../printable';
import { contractIn } from './contract';
import { findAgent } from './findAgent';
import { type StopEvent, stopEventOf } from './hookInput';

/** Findings that a model is told of at once. */
const MAX_FINDINGS = 30;

/**
 * Answers the hook's event on standard input. Whatever is odd is said on standard error, where only the program's debug
 * log shows it, and blocks nothing.
 */
export function runHook(environment: Environment): 0 {
  try {
    const said = answerTo(environment);
    if (said.kind === 'block') environment.out(`${JSON.stringify({ decision: 'block', reason: said.text })}\n`);
    // Standard error of a hook that ends with 0 is shown to nobody.
    else if (said.kind === 'warn')
      environment.out(`${JSON.stringify({ systemMessage: `agent-authoring: ${said.text}` })}\n`);
    else if (said.text !== '') environment.err(`agent-authoring: ${printable(said.text)}\n`);
  } catch (error) {
    environment.err(`agent-authoring: ${printable(String(error))}\n`);
  }
  return 0;
}

interface Answer {
  /** `block` sends the agent back with the text, `warn` shows the text to the user, `note` is for the curious. */
  readonly kind: 'block' | 'warn' | 'note';
  readonly text: string;
}

const letGo = (text: string): Answer => ({ kind: 'note', text });

function answerTo(environment: Environment): Answer {
  const input = environment.stdin();
  if (input.kind === 'error') return letGo(`The input cannot be read: ${input.message}.`);
  const event = stopEventOf(input.text);
  if (typeof event === 'string') return letGo(event);
  const agent = findAgent(event.agent, environment.sessionFolder ?? event.folder, environment);
  if (typeof agent === 'string') return letGo(agent);
  const loaded = contractIn(agent);
  if (loaded.kind === 'error') return letGo(`The report of ${event.agent} is not checked: ${loaded.message}.`);
  const { findings, ok } = checkReport(event.answer, loaded.contract);
  if (ok) return letGo('');
  if (mayBeWaiting(event, environment))
    return letGo(`${event.agent} may not be done: work that it has started still runs in the background.`);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => printable(message));
  const rest = errors.length > MAX_FINDINGS ? [`… and ${errors.length - MAX_FINDINGS} more.`] : [];
  const said = [...errors.slice(0, MAX_FINDINGS), ...rest];
  if (event.again) {
    const name = printable(event.agent);
    return { kind: 'warn', text: `The report of ${name} is still not as its template asks: ${said.join(' ')}` };
  }
  const list = said.map((message) => `- ${message}`).join('\n');
  return {
    kind: 'block',
    text: `The completion report at the end of your answer is not as your instructions ask:\n${list}\nGive the answer again with the whole report corrected.`,
  };
}

/**
 * Whether the agent may only pause until work that it has started in the background wakes it. Such work is named in its
 * transcript; what other agents do meanwhile is not.
 */
function mayBeWaiting({ transcript, running }: StopEvent, environment: Environment): boolean {
  if (running.length === 0) return false;
  const read = transcript === undefined || transcript === '' ? undefined : environment.read(transcript);
  return read?.kind !== 'text' || running.some((id) => read.text.includes(id));
}
