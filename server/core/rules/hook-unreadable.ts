/** Rule: hooks that the host cannot read, and what it does then. */

import { entryByRole } from '../agent/fields';
import type { Finding } from '../findings/finding';
import { type HookFault, hookFaults } from '../hosts/hooks';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import type { Rule } from './rule';

export const hookUnreadable: Rule = {
  id: 'hook-unreadable',
  title: 'The host cannot read the hooks',
  why: 'Claude Code leaves out hooks under an event that it does not know. An entry of `PreToolUse` or `PermissionRequest` that it cannot read may be a guard, so then it does not load the agent at all. Only its debug log says so.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PreToolUse: check.sh
                      ^^^^^^^^ hook-unreadable
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          pre: echo a
          ^^^ hook-unreadable
          on_error: echo b
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          post_tool_use:
          ^^^^^^^^^^^^^ hook-unreadable
            - hooks: [{ type: command, command: make }]
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PostToolUse:
            - hooks: [{ type: command, command: make }]
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
        hooks:
          PreToolUse:
            - matcher: Bash
              hooks:
                - type: command
                  command: ./check.sh
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const entry = entryByRole(agent, 'events');
    if (entry === undefined) return;
    const faults = hookFaults(entry.value, format);
    const { text } = file.source;
    // Whole collections have a scheme of their own below this key; one finding says all there is to say.
    const strangers = faults.filter(({ kind, meant }) => kind === 'event' && meant === undefined);
    for (const fault of faults) {
      if (fault === strangers[0]) yield stranger(strangers, fault, text, format.host.name);
      else if (!strangers.includes(fault)) yield finding(fault, entry, format.host.name);
    }
  },
};

function stranger(all: readonly HookFault[], first: HookFault, text: string, host: string): Finding {
  const names = all.slice(1, 9).map((fault) => quoted(textAt(text, fault.span)));
  const more =
    names.length === 0 ? '' : ` The same holds for ${names.join(', ')}${all.length > 9 ? ' and others' : ''}.`;
  return {
    span: first.span,
    message: `${first.what}, and ${host} leaves out what stands under it.${more} ${first.instead}`,
  };
}

function finding({ span, what, instead, fatal, meant }: HookFault, entry: Entry, host: string): Finding {
  const effect = fatal
    ? `${host} does not load the agent, because a guard that it cannot read must not be left out`
    : `${host} leaves the hook out and says so only in its debug log`;
  const isThere = entry.value.kind === 'mapping' && entry.value.entries.some(({ key }) => key === meant);
  return {
    span,
    ...(fatal ? { severity: 'error' } : {}),
    message: `${what}: ${effect}. ${instead}`,
    // A hook that begins to run does something, so a person has to ask for it.
    ...(meant === undefined || isThere
      ? {}
      : { fixes: [{ title: `Rename to \`${meant}\``, safe: false, edits: [{ span, newText: meant }] }] }),
  };
}
