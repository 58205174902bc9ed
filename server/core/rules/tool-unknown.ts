/** Rule: a name that is not a tool of any known host. */

import type { Agent } from '../agent/agent';
import type { ToolItem } from '../agent/toolLists';
import type { Finding } from '../findings/finding';
import { removal, replacement } from '../findings/toolFindings';
import { lookup } from '../hosts/lookup';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { span, textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const toolUnknown: Rule = {
  id: 'tool-unknown',
  title: 'Unknown tool in a list',
  why: 'The host has no tool of this name, so the agent does not get it.',
  severity: 'warning',
  perReader: true,
  aboutNames: true,
  kinds: promptKinds,
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

/** Names that only spaces separate form a group; a group with three or more different unknown names is a sentence. */
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
  const spelled = format.mcp.spell('server', 'tool');
  // Where no spelling grants anything, none is worth a try.
  const other = format.mcp.fault(spelled) === undefined ? ` Tools of MCP servers are written \`${spelled}\`.` : '';
  const adds = closest === undefined ? format.mayAddTool?.(tool.item.text) : undefined;
  const advice = (): string => {
    const isCategory = lookup(format.toolCategories ?? {}, tool.item.text) !== undefined;
    const { entry } = tool.list;
    // Where the YAML is not valid, even the whole text may be read as a list.
    const isWhole = textAt(agent.file.source.text, entry.value.span) === tool.item.text;
    if (isCategory)
      return `It stands for several tools only as the whole text of \`${entry.key}\`${isWhole ? ', in valid YAML' : ''}.`;
    if (closest !== undefined) return `Did you mean \`${closest}\`?`;
    return `${adds === undefined ? 'Remove it.' : ''}${other}`.trim();
  };
  return {
    span: tool.item.span,
    unknown: { kind: 'tools', names: [tool.item.text] },
    severity: adds === undefined ? format.on.unknownTool.severity : 'information',
    message: `Unknown tool ${quoted(tool.item.text)}: ${format.host.name} ${format.host.version} ${format.on.unknownTool.says}${adds === undefined ? '' : ` unless ${adds} provides it`}. ${advice()}`,
    fixes,
  };
}

function prose({ format }: Agent, run: readonly [ToolItem, ...ToolItem[]]): Finding {
  const last = run.at(-1) ?? run[0];
  return {
    span: span(run[0].item.span.start, last.item.span.end),
    severity: format.on.unknownTool.severity,
    message: `This is a sentence, not a list of tools: ${format.host.name} reads each word as a tool name. List tool names, or remove the field${run[0].list.verb === 'grants' ? ' to grant every tool' : ''}.`,
  };
}
