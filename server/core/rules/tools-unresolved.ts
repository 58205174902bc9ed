/** Rule: a list that contains no available tool. */

import { agentFields, entryByRole } from '../agent/fields';
import { MAX_ITEMS, type ToolItem } from '../agent/toolLists';
import { effectiveTools } from '../hosts/effectiveTools';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolsUnresolved: Rule = {
  id: 'tools-unresolved',
  title: 'No available tool in the list',
  why: 'Without an available tool the agent has nothing to work with, so the host refuses to start it.',
  severity: 'error',
  perReader: true,
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
    // A list that is too long to check is reported by the rule for limits.
    if (entry === undefined || list === undefined || list.all.length >= MAX_ITEMS) return;
    // Where the host reads no field at all, the list has no effect.
    if (agent.verdict()?.cause === null) return;
    const { refused, dropped } = effectiveTools(agentFields(agent), format);
    if (!refused) return;
    const reasons = dropped.slice(0, 5).map(({ name, why }) => `${quoted(name)}: ${why}`);
    yield {
      span: entry.value.span,
      // Of a name that was removed, or that lost its bracket, it is known that it is no tool.
      ...(list.all.every(isOnlyUnknown) && {
        unknown: { kind: 'tools', names: list.all.map(({ item }) => item.text) },
      }),
      message: `No tool in this list is available, so ${format.host.name} ${format.on.noToolLeft?.says ?? format.on.unknownTool.says}. List available tools, or remove \`${entry.key}\` to grant every tool. ${reasons.join('; ')}${dropped.length > 5 ? '; …' : '.'}`,
    };
  },
};

const isOnlyUnknown = ({ name }: ToolItem): boolean => name.kind === 'unknown' || name.kind === 'foreign';
