/** Rule: a tool that the host no longer has. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolRemoved: Rule = {
  id: 'tool-removed',
  title: 'The tool was removed from the host',
  why: 'Claude Code drops names of tools that it no longer has, without a word. The agent works without them, or not at all when nothing else is listed.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Write, Edit, MultiEdit, Bash, Grep\n                          ^^^^^^^^^ tool-removed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, Write, Edit, Bash, Grep\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: [Read, LS]\n              ^^ tool-removed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: [Read, Glob]\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools:\n  - Read\n  - TodoRead\n    ^^^^^^^^ tool-removed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools:\n  - Read\n---\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit\n---\nHi\n' }],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'retired' || tool.name.retired.state !== 'removed') return undefined;
      const { advice, fixes } = replaceOrRemove(agent, tool, tool.name.retired.replacement, false);
      return {
        span: tool.item.span,
        tag: 'deprecated',
        message: `${quoted(tool.name.name)} is no tool of ${agent.format.host.name} any more (${tool.name.retired.when}) and is dropped without a word. ${advice}`,
        fixes,
      };
    }),
};
