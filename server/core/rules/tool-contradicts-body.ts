/** Rule: a tool that writes files, granted to an agent whose text says that it changes none. */

import type { ToolItem } from '../agent/toolLists';
import { readOnlyWords } from '../prose/readOnly';
import { removeItems } from '../syntax/lists/items';
import type { Fix } from '../text/edits';
import { anyOf } from '../text/quoted';
import type { Rule } from './rule';

export const toolContradictsBody: Rule = {
  id: 'tool-contradicts-body',
  title: 'The list grants what the text forbids',
  why: 'A sentence in the text is advice that the model may forget; the list of tools is what the host enforces. An agent that is meant to read only is safe only without the tools that write.',
  severity: 'information',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Write, Edit, Grep\n             ^^^^^ tool-contradicts-body\n---\nYou are a read-only reviewer. Name each fault with its line.\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\ntools: Read, Grep\n---\nYou are a read-only reviewer. Name each fault with its line.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools:\n  - Read\n  - Edit\n    ^^^^ tool-contradicts-body\n---\n- NEVER edit or modify any files.\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools:\n  - Read\n---\n- NEVER edit or modify any files.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit\n             ^^^^ tool-contradicts-body\n---\n## Forbidden Access\n\n- Production data\n- Editing or writing any files\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\ntools: Read\n---\n## Forbidden Access\n\n- Production data\n- Editing or writing any files\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Write\n---\n## Boundaries\n\n**Will Not:**\n- Write files outside `docs`\n- Writing code\n- Changing the schema\n\n## Notes\n\n- Writing files\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit\n---\nNever edit production data. Do not modify files outside `src`. Before the review, never edit files. Prefer read-only queries. Do not just write code. Tell the reader: "you are read-only".\n\n> You are a read-only reviewer.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Write\n---\nYou are read-only: never modify code. Save the report as `review.md`.\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\n---\nYou never edit files.\n' },
  ],
  *check(agent) {
    const { file } = agent;
    for (const { all, grants, entry } of agent.toolLists()) {
      const writing = grants ? all.filter(({ name }) => name.kind === 'tool' && name.tool.effect === 'writes') : [];
      const [first] = writing;
      const words = first === undefined ? undefined : readOnlyWords(file, agent.sentences());
      if (first === undefined || words === undefined) continue;
      const names = writing.map(({ item }) => `\`${item.text}\``);
      const fix: readonly Fix[] =
        writing.length === all.length
          ? [] // An agent without a list gets every tool.
          : [
              {
                title: `Remove ${anyOf(names).replace(' or ', ' and ')}`,
                safe: false,
                edits: removeItems(file.source.text, entry, items(all), items(writing)),
              },
            ];
      yield {
        span: first.item.span,
        message: `The text says that the agent changes no files, but \`${entry.key}\` grants ${anyOf(names).replace(' or ', ' and ')}. Remove what writes; a tool that runs commands can write as well.`,
        related: [{ span: words, message: 'It says so here' }],
        fixes: fix,
      };
    }
  },
};

const items = (tools: readonly ToolItem[]) => tools.map(({ item }) => item);
