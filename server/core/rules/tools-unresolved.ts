/** Rule: a list of tools of which nothing is left. */

import { agentFields, entryByRole } from '../agent/fields';
import { MAX_ITEMS } from '../agent/toolLists';
import { effectiveTools } from '../hosts/effectiveTools';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolsUnresolved: Rule = {
  id: 'tools-unresolved',
  title: 'Nothing in the list is a tool of the host',
  why: 'Claude Code drops names that it does not know. When nothing is left of a list it refuses to start the agent (since 2.1.208; before, the agent ran without any tool).',
  severity: 'error',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: codebase, editFiles\n       ^^^^^^^^^^^^^^^^^^^ tools-unresolved\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: [read, LS]\n       ^^^^^^^^^^ tools-unresolved\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Grep\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\ntools: mcp__github\n---\nHi\n' },
  ],
  *check(agent) {
    const { format } = agent;
    const entry = entryByRole(agent, 'allow');
    const list = agent.toolLists().find((one) => one.entry === entry);
    // A list that is longer than what is checked is reported as such.
    if (entry === undefined || list === undefined || list.all.length >= MAX_ITEMS) return;
    const { refused, dropped } = effectiveTools(agentFields(agent), format);
    if (!refused) return;
    const names = dropped.slice(0, 5).map(({ name, why }) => `${quoted(name)}: ${why}`);
    yield {
      span: entry.value.span,
      message: `Nothing in this list is a tool that ${format.host.name} can give to an agent, so it refuses to start it (${names.join('; ')}${dropped.length > 5 ? '; …' : ''}). Name tools that it has, or remove \`${entry.key}\` to grant every tool.`,
    };
  },
};
