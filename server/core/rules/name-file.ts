/** Rule: an agent whose name differs from that of its file. */

import { textByRole } from '../agent/fields';
import { document } from '../text/document';
import { baseNameOf, fileNameOf, slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const nameFile: Rule = {
  id: 'name-file',
  title: 'Name differs from file name',
  why: 'An agent is easier to find when its file has its name. Programs that use the file name show it under another name.',
  severity: 'hint',
  collective: true,
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
      path: '.claude/agents/tester.md',
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
    // With spaces it is a title for people, which a file name rarely repeats.
    if (/\s/.test(name.text)) return;
    const wanted = slugOf(base);
    const given = slugOf(name.text);
    if (wanted === undefined || given === undefined || mayBeCalled(path, given)) return;
    // Many collections put the folder or a group before the file name.
    if (wanted.endsWith(`-${given}`)) return;
    if (given.endsWith(`-${wanted}`) && hasFolder(path, given.slice(0, -wanted.length - 1))) return;
    yield {
      span: name.span,
      message: `Name (${quoted(name.text)}) and file name (${quoted(base)}) differ: ${format.host.name} uses the name. Rename one unless this is intended.`,
    };
  },
};

/** Whether the file name matches up to one of its dots: `a-5.1.md` can mean `a-5` or `a-5.1`. */
function mayBeCalled(path: string | undefined, slug: string): boolean {
  const parts = fileNameOf(path ?? '').split('.', 8);
  return parts.some((_, i) => slugOf(parts.slice(0, i + 1).join('.')) === slug);
}

/** Whether a folder of the path has this name: some collections prefix agent names with the folder. */
const hasFolder = (path: string | undefined, name: string): boolean =>
  (path ?? '')
    .split('/')
    .slice(0, -1)
    .some((folder) => slugOf(folder) === name);
