/** Asks the worker of the playground, and gives each answer to the one who asked. */
import type { Answer, Question, QuestionName, Questions } from '../../server/playground/messages';

/** Asks a question. The promise is rejected when the worker fails. */
export type Ask = <Name extends QuestionName>(
  name: Name,
  given: Questions[Name]['given'],
) => Promise<Questions[Name]['answer']>;

interface Waiting {
  readonly resolve: (answer: Questions[QuestionName]['answer']) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Starts the worker.
 * @param script Its URL, from the page on.
 */
export function startWorker(script: string): Ask {
  const worker = new Worker(script);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.number);
    waiting.delete(data.number);
    if ('failure' in data) one?.reject(new Error(data.failure));
    else one?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  return <Name extends QuestionName>(name: Name, given: Questions[Name]['given']) => {
    const question: Question<Name> = { number: ++last, name, given };
    return new Promise<Questions[Name]['answer']>((resolve, reject) => {
      waiting.set(question.number, { resolve, reject });
      worker.postMessage(question);
    });
  };
}
