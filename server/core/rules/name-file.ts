/** Rule: an agent whose name is not that of its file. */

import { textByRole } from '../agent/fields';
import { document } from '../text/document';
import { baseNameOf, slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const nameFile: Rule = {
  id: 'name-file',
  title: 'The name differs from the file name',
  why: 'Only the name in the header counts for Claude Code. Another file name is harder to find, and products that go by the file name show the agent twice or under another name.',
  severity: 'hint',
  bad: [
    {
      path: '.claude/agents/tester.md',
      text: document`
        ---
        name: code-reviewer
              ^^^^^^^^^^^^^ name-file
        description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      path: '.claude/agents/code-reviewer.md',
      text: document`
        ---
        name: Code Reviewer
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      path: '.claude/agents/shell-5.1-expert.md',
      text: document`
        ---
        name: shell-5.1-expert
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      path: 'plugins/tests/agents/writer.md',
      text: document`
        ---
        name: tests-writer
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: code-reviewer
        description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format, path } = agent;
    const name = textByRole(agent, 'identity');
    const base = baseNameOf(path);
    if (name === undefined || base === undefined) return;
    const wanted = slugOf(base);
    const given = slugOf(name.text);
    if (wanted === undefined || given === undefined || mayBeCalled(path, given)) return;
    if (given.endsWith(`-${wanted}`) && hasFolder(path, given.slice(0, -wanted.length - 1))) return;
    yield {
      span: name.span,
      message: `The agent is called ${quoted(name.text)} and its file ${quoted(base)}; ${format.host.name} goes by the name alone. Give both one name if that is not on purpose.`,
    };
  },
};

/** Whether the file's name, up to one of its dots, comes to the same: `a-5.1.md` may mean `a-5` and `a-5.1`. */
function mayBeCalled(path: string | undefined, slug: string): boolean {
  const parts = (path ?? '').slice((path ?? '').lastIndexOf('/') + 1).split('.', 8);
  return parts.some((_, i) => slugOf(parts.slice(0, i + 1).join('.')) === slug);
}

/** Whether a folder of the path has this name: whole collections put the folder before the name of the file. */
const hasFolder = (path: string | undefined, name: string): boolean =>
  (path ?? '')
    .split('/')
    .slice(0, -1)
    .some((folder) => slugOf(folder) === name);
