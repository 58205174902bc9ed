/** Entry of the worker of the playground: answers one question after the other. */
import { answerTo } from '../playground/answers';
import type { Answer, Question } from '../playground/messages';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => self.postMessage(answered(data)));

function answered(question: Question): Answer {
  const { number } = question;
  try {
    return { number, answer: answerTo(question) };
  } catch (error) {
    return { number, failure: error instanceof Error ? error.message : String(error) };
  }
}
