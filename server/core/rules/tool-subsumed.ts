/** Rule: an entry that another one of the list covers. */

import type { ToolItem, ToolList } from '../agent/toolLists';
import type { Finding } from '../findings/finding';
import { hasWildcard, isPlain, removal } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { expansionOf } from '../hosts/toolName';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolSubsumed: Rule = {
  id: 'tool-subsumed',
  title: 'Tool covered by another entry',
  why: 'The wider entry wins. The narrower one looks like a limit and has no effect.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Bash, Bash(git:*), mcp__db, mcp__db__get
                     ^^^^^^^^^^^ tool-subsumed
                                           ^^^^^^^^^^^^ tool-subsumed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Bash, mcp__db
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit, *
                           ^ tool-subsumed
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
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Bash, mcp__db__get, mcp__web
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: "*"
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    for (const list of agent.toolLists()) {
      if (list.grants && hasWildcard(list)) {
        const finding = openToAll(list, format);
        if (finding !== undefined)
          yield { ...finding.about, fixes: [{ ...removal(agent, finding.tool), safe: false }] };
        continue;
      }
      for (const tool of list.all) {
        const wider = coverOf(tool, list, format);
        if (wider === undefined) continue;
        yield {
          span: tool.item.span,
          tag: 'unnecessary',
          message: `${quoted(tool.item.text)} adds nothing: ${quoted(wider)} already covers it. Remove one of the two.`,
          fixes: [{ ...removal(agent, tool), safe: false }],
        };
      }
    }
  },
};

/** The wildcard, when it makes other valid entries redundant. */
function openToAll(list: ToolList, format: Format): { readonly tool: ToolItem; readonly about: Finding } | undefined {
  const tool = list.all.find(({ name }) => name.kind === 'wildcard');
  const counts = list.all.some(({ item, name }) => name.kind === 'mcp' || presentName(item.text, format) !== undefined);
  if (tool === undefined || !counts) return undefined;
  const message = `${quoted(tool.item.text)} grants every tool, so the other entries have no effect. Remove it to grant only those.`;
  return { tool, about: { span: tool.item.span, message } };
}

/** The entry of the list that covers `tool`, if there is one. */
function coverOf({ item, name }: ToolItem, list: ToolList, format: Format): string | undefined {
  if (name.kind === 'mcp') {
    // A name that grants nothing covers nothing, and needs another advice than to be removed for a wider one.
    const isVoid = (text: string): boolean => list.grants && format.mcp.fault(text) !== undefined;
    if (isVoid(item.text)) return undefined;
    // Of two names for the same tools, the longer one is redundant.
    const isWider = (other: string): boolean =>
      other !== item.text &&
      !isVoid(other) &&
      format.mcp.covers(other, item.text) &&
      (other.length < item.text.length || !format.mcp.covers(item.text, other));
    return list.all.find((other) => other.name.kind === 'mcp' && isWider(other.item.text))?.item.text;
  }
  const set = name.kind === 'tool' ? setWith(name.name, list, format) : undefined;
  if (set !== undefined) return set;
  const present = item.text.includes('(') ? presentName(item.text, format) : undefined;
  if (present === undefined || present === item.text || !isPlain(list, present)) return undefined;
  // The effect of an argument is not known where only the main session has the tool.
  const tool = lookup(format.tools, present);
  return tool?.subagents === 'never' || tool?.argumentNames !== undefined ? undefined : present;
}

/** The name in the list that stands for more tools than `tool` does, and for all of those. */
function setWith(tool: string, list: ToolList, format: Format): string | undefined {
  const given = expansionOf(tool, format);
  return list.all.find(({ name }) => {
    if (name.kind !== 'tool' || name.name === tool || given.length === 0) return false;
    const more = expansionOf(name.name, format);
    return more.length > given.length && given.every((one) => more.includes(one));
  })?.item.text;
}
