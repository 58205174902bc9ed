/** Rule: an entry that another one of the list covers. */

import type { ToolItem, ToolList } from '../agent/toolLists';
import type { Finding } from '../findings/finding';
import { hasWildcard, isPlain, removal } from '../findings/toolFindings';
import { presentName } from '../hosts/claudeCode/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolSubsumed: Rule = {
  id: 'tool-subsumed',
  title: 'Another entry of the list covers this one',
  why: 'The wider entry counts: `mcp__server` grants each tool of the server, `Bash` every command, and `*` everything. What stands beside it looks like a limit and is none.',
  severity: 'information',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Bash, Bash(git:*), mcp__db, mcp__db__get\n             ^^^^^^^^^^^ tool-subsumed\n                                   ^^^^^^^^^^^^ tool-subsumed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Bash, mcp__db\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit, *\n                   ^ tool-subsumed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Bash, mcp__db__get, mcp__web\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\ntools: "*"\n---\nHi\n' },
  ],
  *check(file, { format, facts }) {
    for (const list of facts.toolLists()) {
      if (list.grants && hasWildcard(list)) {
        const finding = openToAll(list, format);
        if (finding !== undefined) yield { ...finding.about, fixes: [{ ...removal(file, finding.tool), safe: false }] };
        continue;
      }
      const texts = new Set(list.all.map(({ item }) => item.text));
      for (const tool of list.all) {
        const wider = coverOf(tool, list, texts, format);
        if (wider === undefined) continue;
        yield {
          span: tool.item.span,
          tag: 'unnecessary',
          message: `${quoted(tool.item.text)} adds nothing: ${quoted(wider)} in the same list covers it. Remove one of the two.`,
          fixes: [{ ...removal(file, tool), safe: false }],
        };
      }
    }
  },
};

/** The wildcard, when it makes other entries that count superfluous. */
function openToAll(list: ToolList, format: Format): { readonly tool: ToolItem; readonly about: Finding } | undefined {
  const tool = list.all.find(({ name }) => name.kind === 'wildcard');
  const counts = list.all.some(({ item, name }) => name.kind === 'mcp' || presentName(item.text, format) !== undefined);
  if (tool === undefined || !counts) return undefined;
  const message = `${quoted(tool.item.text)} grants every tool, so the other names in this list limit nothing. Remove it to grant only these.`;
  return { tool, about: { span: tool.item.span, message } };
}

/** The entry of the list that covers `tool`, if there is one. */
function coverOf(
  { item, name }: ToolItem,
  list: ToolList,
  texts: ReadonlySet<string>,
  format: Format,
): string | undefined {
  if (name.kind === 'mcp') {
    const end = item.text.indexOf('__', format.mcpPrefix.length);
    const server = item.text.slice(0, Math.max(0, end));
    return [server, `${server}__*`].find((wider) => end > 0 && wider !== item.text && texts.has(wider));
  }
  const present = item.text.includes('(') ? presentName(item.text, format) : undefined;
  if (present === undefined || present === item.text || !isPlain(list, present)) return undefined;
  // What an argument means where only the main session has the tool, nobody has studied.
  const tool = lookup(format.tools, present);
  return tool?.subagents === 'never' || tool?.argumentNames !== undefined ? undefined : present;
}
