/** Rule: a pattern after a tool name that limits nothing. */

import type { Agent } from '../agent/agent';
import type { ToolItem } from '../agent/toolLists';
import type { Finding } from '../findings/finding';
import { eachTool, hasWildcard, isPlain, patternRemoval } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolPattern: Rule = {
  id: 'tool-pattern',
  title: 'Tool pattern without effect',
  why: 'A pattern such as `Bash(git *)` does not limit the tool here. The entry means the whole tool, or nothing.',
  severity: 'warning',
  kinds: ['agent', 'skill', 'command'],
  perReader: true,
  bad: [
    {
      path: '.claude/skills/notes/SKILL.md',
      format: 'claude-code-skill',
      text: document`
        ---
        description: Writes notes.
        disallowed-tools: Bash(rm *)
                          ^^^^^^^^^^ tool-pattern
        ---
        Write notes.
        `,
      fixed: document`
        ---
        description: Writes notes.
        disallowed-tools: Bash
        ---
        Write notes.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash(git:*)
                     ^^^^^^^^^^^ tool-pattern
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: Bash(rm *)
                         ^^^^^^^^^^ tool-pattern
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: Bash
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      path: '.claude/skills/notes/SKILL.md',
      format: 'claude-code-skill',
      text: document`
        ---
        description: Writes notes.
        allowed-tools: Bash(git add:*), Bash(git commit:*)
        ---
        Write notes.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Agent(worker), mcp__github
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      const { format } = agent;
      const { text } = tool.item;
      const name = text.includes('(') ? presentName(text, format) : undefined;
      if (name === undefined || name === text || isPlain(tool.list, name)) return undefined;
      const { grants } = tool.list;
      if (format.toolPatterns === 'limits an approval') return grants ? undefined : deniesNothing(agent, tool, name);
      if (grants && (hasWildcard(tool.list) || lookup(format.tools, name)?.argumentNames === 'agents'))
        return undefined;
      const guard = format.hooks?.guards[0];
      return {
        span: tool.item.span,
        message: `${quoted(text)} ${grants ? 'grants' : 'denies'} all of \`${name}\`: ${format.host.name} ignores the pattern. Limit it with permission rules in the settings${guard === undefined ? '' : ` or a \`${guard}\` hook`}.`,
        fixes: patternRemoval(agent, tool),
      };
    }),
};

/** Where a pattern limits an approval, a denial with one denies nothing. */
const deniesNothing = (agent: Agent, tool: ToolItem, name: string): Finding => ({
  span: tool.item.span,
  severity: 'error',
  message: `${quoted(tool.item.text)} denies nothing: ${agent.format.host.name} only denies whole tools here. Write \`${name}\`, or deny the calls with permission rules in the settings.`,
  fixes: patternRemoval(agent, tool),
});
