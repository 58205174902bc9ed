/** Rule: a name that is no tool of anybody we know. */

import type { Agent } from '../agent/agent';
import type { ToolItem } from '../agent/toolLists';
import type { Finding } from '../findings/finding';
import { removal, replacement } from '../findings/toolFindings';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { span } from '../text/span';
import type { Rule } from './rule';

export const toolUnknown: Rule = {
  id: 'tool-unknown',
  title: 'The host has no tool of this name',
  why: 'Claude Code drops names that it does not know, without a word, and refuses to start an agent of whose list nothing is left.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Raed, Edit
               ^^^^ tool-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, 🚀Deployer
                     ^^^^^^^^^^ tool-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: whatever the task needs
               ^^^^^^^^^^^^^^^^^^^^^^^ tool-unknown
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
        tools: Read, mcp__db__query, Bash
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    for (const { all } of agent.toolLists()) {
      for (const run of runsOf(agent.file, all)) yield run.length === 1 ? single(agent, run) : prose(agent, run);
    }
  },
};

/** Names that only blanks separate stand together; three or more different ones that are no tools are a sentence. */
function runsOf(file: AgentFile, all: readonly ToolItem[]): readonly (readonly [ToolItem, ...ToolItem[]])[] {
  const runs: [ToolItem, ...ToolItem[]][] = [];
  let previous: ToolItem | undefined;
  const words: ToolItem[][] = [];
  for (const tool of all) {
    const gap = previous === undefined ? ',' : file.source.text.slice(previous.item.span.end, tool.item.span.start);
    if (gap.trim() === '' && gap !== '' && previous?.item.index === tool.item.index) words.at(-1)?.push(tool);
    else words.push([tool]);
    previous = tool;
  }
  for (const group of words) {
    const unknown = group.filter((tool) => tool.name.kind === 'unknown');
    const [first, ...rest] = unknown;
    if (first === undefined) continue;
    const isProse = new Set(unknown.map((tool) => tool.item.text)).size >= 3;
    if (isProse) runs.push([first, ...rest]);
    else for (const tool of unknown) runs.push([tool]);
  }
  return runs;
}

function single(agent: Agent, [tool]: readonly [ToolItem, ...ToolItem[]]): Finding {
  const { format } = agent;
  const closest = tool.name.kind === 'unknown' ? tool.name.closest : undefined;
  // A newer version of the host may know the name, so nothing is removed on save.
  const fixes = [
    ...(closest === undefined ? [] : [replacement(tool, closest, false)]),
    { ...removal(agent, tool), safe: false },
  ];
  const advice =
    closest === undefined
      ? `Remove it; a tool of an MCP server is written \`${format.mcp.spell('server', 'tool')}\`.`
      : `Did you mean \`${closest}\`?`;
  return {
    span: tool.item.span,
    severity: format.on.unknownTool.severity,
    message: `${format.host.name} ${format.host.version} has no tool ${quoted(tool.item.text)} and drops the name without a word. ${advice}`,
    fixes,
  };
}

function prose({ format }: Agent, run: readonly [ToolItem, ...ToolItem[]]): Finding {
  const last = run.at(-1) ?? run[0];
  return {
    span: span(run[0].item.span.start, last.item.span.end),
    severity: format.on.unknownTool.severity,
    message: `This reads like a sentence, but ${format.host.name} takes each word for the name of a tool and drops those that are none, without a word. List tool names, or leave the field out to grant every tool.`,
  };
}
