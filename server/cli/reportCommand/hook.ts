/**
 * `agent-authoring report hook`: holds an agent of Claude Code to its report. It blocks only what it is sure of and only
 * once, because the program itself would let a hook send an agent back for ever.
 */
import { checkReport } from '../../core/index';
import type { Host } from '../host';
import { printable } from '../report/text';
import { contractIn } from './contract';
import { findAgent } from './findAgent';
import { stopEventOf } from './hookInput';

/** Findings that a model is told of at once. */
const MAX_FINDINGS = 30;

/** Answers the hook's event on standard input; whatever is odd is said on standard error and blocks nothing. */
export function runHook(host: Host): 0 {
  try {
    const said = answerTo(host);
    if (said.block) host.out(`${JSON.stringify({ decision: 'block', reason: said.text })}\n`);
    else if (said.text !== '') host.err(`agent-authoring: ${printable(said.text)}\n`);
  } catch (error) {
    host.err(`agent-authoring: ${printable(String(error))}\n`);
  }
  return 0;
}

interface Answer {
  readonly block: boolean;
  readonly text: string;
}

const letGo = (text: string): Answer => ({ block: false, text });

function answerTo(host: Host): Answer {
  const input = host.stdin();
  if (input.kind === 'error') return letGo(`The input cannot be read: ${input.message}.`);
  const event = stopEventOf(input.text);
  if (typeof event === 'string') return letGo(event);
  const agent = findAgent(event.agent, host.sessionFolder ?? event.folder, host);
  if (typeof agent === 'string') return letGo(agent);
  const loaded = contractIn(agent);
  if (loaded.kind === 'error') return letGo(`The report of ${event.agent} is not checked: ${loaded.message}.`);
  const { findings, ok } = checkReport(event.answer, loaded.contract);
  if (ok) return letGo('');
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => printable(message));
  if (event.again) return letGo(`The report of ${event.agent} is still not as its template asks: ${errors.join(' ')}`);
  const shown = errors.slice(0, MAX_FINDINGS);
  const rest = errors.length > shown.length ? [`… and ${errors.length - shown.length} more.`] : [];
  const list = [...shown, ...rest].map((message) => `- ${message}`).join('\n');
  return {
    block: true,
    text: `The completion report at the end of your answer is not as your instructions ask:\n${list}\nGive the answer again with the whole report corrected.`,
  };
}
