/** Rule: a list of tools with nothing in it. */

import { agentFields, entryByRole } from '../agent/fields';
import { removeField } from '../findings/fieldFixes';
import { effectiveTools } from '../hosts/effectiveTools';
import { fieldByRole } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { listItems } from '../syntax/lists/items';
import type { Rule } from './rule';

export const toolsEmpty: Rule = {
  id: 'tools-empty',
  title: 'The list of tools is empty',
  why: 'Without the field an agent gets every tool, with an empty list none at all: it cannot even read a file. Claude Code says nothing about it.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools:\n^^^^^ tools-empty\nmodel: opus\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmodel: opus\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: []\n^^^^^ tools-empty\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\ndisallowedTools: []\n---\nHi\n' },
  ],
  *check(agent) {
    const { file, format } = agent;
    const entry = entryByRole(agent, 'allow');
    const allow = fieldByRole(format, 'allow');
    if (entry === undefined || allow === undefined || entry.value.kind === 'broken' || entry.value.kind === 'alias')
      return;
    // A number or a map is no list, which is another rule's matter.
    if (
      faultOf(allow.field, entry.value) !== undefined ||
      listItems(file.source.text, entry.value, agent.format.splitsNamesAt).length > 0
    )
      return;
    const { effective } = effectiveTools(agentFields(agent), format);
    const rest = effective.map((name) => `\`${name}\``).join(', ');
    yield {
      span: entry.keySpan,
      message: `\`${entry.key}\` is there but empty, so the agent gets ${rest === '' ? 'no tool at all' : `${rest} only, through another field`}. Name its tools, or remove the field to grant every tool.`,
      fixes: [removeField(agent, entry)],
    };
  },
};
