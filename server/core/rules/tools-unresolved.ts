/** Rule: a list of tools of which nothing is left. */

import { agentFields, entryByRole } from '../agent/fields';
import { MAX_ITEMS } from '../agent/toolLists';
import { effectiveTools } from '../hosts/effectiveTools';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolsUnresolved: Rule = {
  id: 'tools-unresolved',
  title: 'Nothing in the list is a tool of the host',
  why: 'Claude Code drops names that it does not know. When nothing is left of a list it refuses to start the agent (since 2.1.208; before, the agent ran without any tool).',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: codebase, editFiles
               ^^^^^^^^^^^^^^^^^^^ tools-unresolved
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [read, LS]
               ^^^^^^^^^^ tools-unresolved
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Grep
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: mcp__github
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const entry = entryByRole(agent, 'allow');
    const list = agent.toolLists().find((one) => one.entry === entry);
    // A list that is longer than what is checked is reported as such.
    if (entry === undefined || list === undefined || list.all.length >= MAX_ITEMS) return;
    const { refused, dropped } = effectiveTools(agentFields(agent), format);
    // Where the host reads no field at all, the list counts for nothing.
    if (!refused || agent.verdict()?.cause === null) return;
    const names = dropped.slice(0, 5).map(({ name, why }) => `${quoted(name)}: ${why}`);
    yield {
      span: entry.value.span,
      message: `Nothing in this list is a tool that ${format.host.name} can give to an agent, so it refuses to start it (${names.join('; ')}${dropped.length > 5 ? '; …' : ''}). Name tools that it has, or remove \`${entry.key}\` to grant every tool.`,
    };
  },
};
