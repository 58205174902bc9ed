/** Answers a call of a tool by running a command of the command line on the files of one folder. */

import type { Environment } from '../cli/environment';
import { main } from '../cli/main';
import { toolCall } from './tools';

/** What a client gets: a text, and whether the call failed. Problems that were found are no failure. */
export interface Answer {
  readonly text: string;
  readonly isError: boolean;
}

/** In UTF-16 units. A model cannot read more, and a client may stop at a long answer. */
const MAX_ANSWER = 200_000;

/**
 * @param given The arguments, of any shape.
 * @param machine What commands need; nothing is written to its output.
 */
export function answerTo(
  name: string,
  given: unknown,
  machine: Omit<Environment, 'out' | 'err' | 'color' | 'stdin'>,
): Answer {
  const call = toolCall(name, given);
  if (typeof call === 'string') return { text: call, isError: true };
  const outside = call.paths.find((path) => !isInside(path, machine));
  if (outside !== undefined)
    return { text: `${outside} is not in the folder of the server, ${machine.absolute('.')}.`, isError: true };
  let out = '';
  let err = '';
  const code = main(call.argv, {
    ...machine,
    // A folder may contain links, which hosts follow.
    contains: (path) => isInside(path, machine),
    color: false,
    stdin: () => (call.text === undefined ? { kind: 'error', message: 'closed' } : { kind: 'text', text: call.text }),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  if (out.length > MAX_ANSWER)
    return {
      text: `The answer has ${out.length} characters, more than ${MAX_ANSWER}. Name fewer paths.`,
      isError: true,
    };
  // Exit code 1 means that a file has errors, which is what was asked.
  return { text: [out, err].filter((text) => text !== '').join('\n'), isError: code === 2 };
}

/** Whether a path is in the current folder, after following links. */
function isInside(
  path: string,
  { absolute, identityOf = absolute, kindOf }: Pick<Environment, 'absolute' | 'identityOf' | 'kindOf'>,
): boolean {
  const folder = identityOf('.').replaceAll('\\', '/');
  const below = folder.endsWith('/') ? folder : `${folder}/`;
  // A file that is to be written does not exist yet, and its folder may not either.
  let existing = absolute(path);
  while (kindOf(existing) === 'absent' && existing.lastIndexOf('/') > 0)
    existing = existing.slice(0, existing.lastIndexOf('/'));
  return (
    `${identityOf(existing).replaceAll('\\', '/')}/`.startsWith(below) &&
    `${absolute(path)}/`.startsWith(`${absolute('.')}/`.replace('//', '/'))
  );
}
