/** Every bad example of every rule as a file, for long output of the command line. */

import { rules } from '../../server/core/index';
import { unmarked } from '../../server/node/generate/rulePages/example';
import type { Files } from './memory';

/** Each example at a path of its own below `/w`, with a name that needs escapes. */
export const exampleFiles: Files = Object.fromEntries(
  rules.flatMap(({ id, bad }) =>
    bad.map(({ text }, i): [string, string] => [`/w/.claude/agents/${id} é%/${i}.md`, unmarked(text)]),
  ),
);
