/** Rule: an empty list of tools. */

import { agentFields, entryByRole } from '../agent/fields';
import { removeField } from '../findings/fieldFixes';
import { effectiveTools } from '../hosts/effectiveTools';
import { fieldByRole } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { listItems } from '../syntax/lists/items';
import { document } from '../text/document';
import { quotedList } from '../text/quoted';
import type { Rule } from './rule';

export const toolsEmpty: Rule = {
  id: 'tools-empty',
  title: 'Empty list of granted tools',
  why: 'Without the field an agent gets every tool; with an empty list it gets none and cannot even read a file.',
  severity: 'warning',
  perReader: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
        ^^^^^ tools-empty
        model: opus
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: opus
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: []
        ^^^^^ tools-empty
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
        disallowedTools: []
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const entry = entryByRole(agent, 'allow');
    const allow = fieldByRole(format, 'allow');
    if (entry === undefined || allow === undefined || entry.value.kind === 'broken' || entry.value.kind === 'alias')
      return;
    // Another rule reports values that are not lists.
    if (
      faultOf(allow.field, entry.value) !== undefined ||
      listItems(file.source.text, entry.value, agent.format.splitsNamesAt).length > 0
    )
      return;
    const { emptyAllow } = format.on;
    if (emptyAllow !== undefined) {
      yield {
        span: entry.keySpan,
        severity: emptyAllow.severity,
        message: `\`${entry.key}\` names no tool, so ${format.host.name} ${emptyAllow.says}. List the tools that the agent needs.`,
      };
      return;
    }
    const { effective } = effectiveTools(agentFields(agent), format);
    const rest = quotedList(effective);
    const always = quotedList(agent.verdict()?.tools.effective ?? []);
    const gets =
      rest !== ''
        ? `only ${rest}, from another field`
        : always === ''
          ? 'no tools'
          : `only ${always}, which it always has`;
    yield {
      span: entry.keySpan,
      message: `\`${entry.key}\` is empty, so the agent gets ${gets}. List its tools, or remove the field to grant every tool.`,
      fixes: [removeField(agent, entry)],
    };
  },
};
