/** Rule: a `-` or `!` before a tool name, which excludes nothing. */
import type { Agent } from '../agent/agent';
import type { ToolItem, ToolList } from '../agent/toolLists';
import { eachTool, itemsOf, removal } from '../findings/toolFindings';
import { fieldByRole } from '../hosts/lookup';
import { addItem } from '../syntax/lists/addItem';
import { removeItems } from '../syntax/lists/items';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { type Edit, type Fix, insertAt } from '../text/edits';
import { lineFrom } from '../text/lines';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolExcluded: Rule = {
  id: 'tool-excluded',
  title: 'Tool exclusion without effect',
  why: 'A `-` or `!` before a name is part of the name. A tool is excluded by the field for denied tools.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: [
        '---',
        'name: a',
        'description: Does a thing.',
        'tools: Read, -Bash',
        '             ^^^^^ tool-excluded',
        'model: opus',
        '---',
        'Hi',
        '',
      ].join('\n'),
      fixed: [
        '---',
        'name: a',
        'description: Does a thing.',
        'tools: Read',
        'disallowedTools: Bash',
        'model: opus',
        '---',
        'Hi',
        '',
      ].join('\n'),
    },
    {
      text: [
        '---',
        'name: a',
        'description: Does a thing.',
        'tools: ["Read", "~bash"]',
        '                 ^^^^^ tool-excluded',
        'disallowedTools: [Write, -Edit]',
        '                         ^^^^^ tool-excluded',
        '---',
        'Hi',
        '',
      ].join('\n'),
      fixed: [
        '---',
        'name: a',
        'description: Does a thing.',
        'tools: ["Read"]',
        'disallowedTools: [Write, Edit, Bash]',
        '---',
        'Hi',
        '',
      ].join('\n'),
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: -Bash
               ^^^^^ tool-excluded
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
        tools: Read, mcp__my-server__x
        disallowedTools: Bash
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'excluded') return undefined;
      const host = agent.format.host.name;
      const { says } = agent.format.on.unknownTool;
      const deny = fieldByRole(agent.format, 'deny')?.key;
      const written = quoted(tool.item.text);
      const name = quoted(tool.name.name);
      if (!tool.list.grants) {
        return {
          span: tool.item.span,
          severity: tool.name.known ? 'error' : agent.format.on.unknownTool.severity,
          message: `${written} denies nothing: \`${tool.list.entry.key}\` contains plain names, so ${host} ${says}. Write ${name}.`,
          fixes: withoutSign(agent.file, tool, tool.name.name),
        };
      }
      const advice = adviceOf(tool, tool.name.name, deny, agent.format.wildcard);
      return {
        span: tool.item.span,
        severity: agent.format.on.unknownTool.severity,
        message: `${written} excludes nothing: ${host} ${says}. ${advice}`,
        fixes: fixesOf(agent, tool, tool.name),
      };
    }),
};

function adviceOf({ list }: ToolItem, name: string, deny: string | undefined, wildcard: string | undefined): string {
  if (deny === undefined || name === wildcard) return 'Remove it.';
  if (name.includes('(')) return `Remove it; \`${deny}\` can only exclude a whole tool.`;
  return isOnlyExclusions(list)
    ? `To exclude only ${quoted(name)}, write ${quoted(`${deny}: ${name}`)} instead of \`${list.entry.key}\`.`
    : `To exclude ${quoted(name)}, list it in \`${deny}\` without the sign.`;
}

const isOnlyExclusions = ({ all }: ToolList): boolean => all.every(({ name }) => name.kind === 'excluded');

/** Only the writer knows what the sign was meant for, so none of these fixes is safe. */
function fixesOf(
  agent: Agent,
  tool: ToolItem,
  { name, known }: { readonly name: string; readonly known: boolean },
): readonly Fix[] {
  const { file, format } = agent;
  // Removing the last name would remove the field, and the agent would get every tool.
  if (isOnlyExclusions(tool.list)) return [];
  const remove = { ...removal(agent, tool), safe: false };
  const deny = agent.toolLists().findLast(({ grants }) => !grants);
  const isDenied = deny?.all.some((other) => other.item.text === name) === true;
  // In a deny list a pattern denies the whole tool, and a wildcard denies nothing.
  const isMovable = known && !name.includes('(') && name !== format.wildcard;
  const key = fieldByRole(format, 'deny')?.key;
  if (key === undefined || isDenied || !isMovable) return [remove];
  const added =
    deny === undefined
      ? newEntry(file, tool, `${key}: ${name}`)
      : addItem(file.source.text, deny.entry, name, format.splitsNamesAt);
  if (added === undefined) return [remove];
  const title = `Move ${quoted(name)} to \`${key}\``;
  return [{ title, safe: false, edits: [...remove.edits, added] }, remove];
}

/** The edit that puts a field in the line after the tool's own list. */
function newEntry({ source: { text } }: AgentFile, { list: { entry } }: ToolItem, line: string): Edit | undefined {
  const last = lineFrom(text, Math.max(entry.span.start, entry.span.end - 1));
  return last.next === last.end ? undefined : insertAt(last.next, line + text.slice(last.end, last.next));
}

/** Removes the sign, or the whole item where the list already has the name; nothing where escapes hide the characters. */
function withoutSign(file: AgentFile, tool: ToolItem, name: string): readonly Fix[] {
  const { item, list } = tool;
  const { text } = file.source;
  if (text.slice(item.span.start, item.span.end) !== item.text) return [];
  if (!list.all.some((other) => other !== tool && other.item.text === name))
    return [
      {
        title: `Replace ${quoted(item.text)} with ${quoted(name)}`,
        safe: false,
        edits: [{ span: item.span, newText: name }],
      },
    ];
  const edits = removeItems(text, list.entry, itemsOf(list), [item]);
  return [{ title: `Remove ${quoted(item.text)}`, safe: false, edits }];
}
