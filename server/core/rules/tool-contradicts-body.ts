/** Rule: a tool that writes files, in an agent whose text says that it changes none. */

import type { ToolItem } from '../agent/toolLists';
import { readOnlyWords } from '../prose/readOnly';
import { removeItems } from '../syntax/lists/items';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { allOf, quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolContradictsBody: Rule = {
  id: 'tool-contradicts-body',
  title: 'Granted tool contradicts the instructions',
  why: 'A sentence is advice that the model may forget; the host enforces the tool list. A read-only agent is only safe without tools that write.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Write, Edit, Grep
                     ^^^^^ tool-contradicts-body
        ---
        You are a read-only reviewer. Name each fault with its line.
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Grep
        ---
        You are a read-only reviewer. Name each fault with its line.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - Edit
            ^^^^ tool-contradicts-body
        ---
        - NEVER edit or modify any files.
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
        ---
        - NEVER edit or modify any files.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit
                     ^^^^ tool-contradicts-body
        ---
        ## Forbidden Access

        - Production data
        - Editing or writing any files
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        ## Forbidden Access

        - Production data
        - Editing or writing any files
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Write
        ---
        ## Boundaries

        **Will Not:**
        - Write files outside \`docs\`
        - Writing code
        - Changing the schema

        ## Notes

        - Writing files
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit
        ---
        Never edit production data. Do not modify files outside \`src\`. Before the review, never edit files. Prefer read-only queries. Do not just write code. Tell the reader: "you are read-only".

        > You are a read-only reviewer.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Write
        ---
        You are read-only: never modify code. Save the report as \`review.md\`.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash
        ---
        You never edit files.
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const { all, grants, entry } of agent.toolLists()) {
      const writing = grants ? all.filter(({ name }) => name.kind === 'tool' && name.tool.effect === 'writes') : [];
      const [first] = writing;
      const words = first === undefined ? undefined : readOnlyWords(file, agent.sentences());
      if (first === undefined || words === undefined) continue;
      const names = writing.map(({ item }) => quoted(item.text));
      const fix: readonly Fix[] =
        writing.length === all.length
          ? [] // Without a list the agent would get every tool.
          : [
              {
                title: `Remove ${allOf(names)}`,
                safe: false,
                edits: removeItems(file.source.text, entry, items(all), items(writing)),
              },
            ];
      yield {
        span: first.item.span,
        message: `The instructions say that the agent changes no files, but \`${entry.key}\` grants ${allOf(names)}. Remove the tools that write. Tools that run commands can write too.`,
        related: [{ span: words, message: 'The instructions say so here' }],
        fixes: fix,
      };
    }
  },
};

const items = (tools: readonly ToolItem[]) => tools.map(({ item }) => item);
