/** Rule: hooks that the host cannot read. */

import type { Agent } from '../agent/agent';
import { entryByRole } from '../agent/fields';
import { renameKey, replaceWord } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import { guardsOutside } from '../hosts/guards';
import { type HookFault, hookFaults } from '../hosts/hooks';
import type { Format } from '../hosts/host';
import { fieldByRole } from '../hosts/lookup';
import { nounOf } from '../hosts/nouns';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import type { Rule } from './rule';

export const hookUnreadable: Rule = {
  id: 'hook-unreadable',
  title: 'Invalid hook definition',
  why: 'An invalid hook never runs. If it may be a guard, the host does not load the agent, because the agent would run without the guard.',
  kinds: ['agent', 'skill', 'command', 'settings'],
  severity: 'warning',
  perReader: true,
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
                  timeout: 10s
                           ^^^ hook-unreadable
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PreToolUse:
            - matcher: Bash
              hooks:
                - type: command
                  command: ./check.sh
                  timeout: 10
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        settings:
          hooks:
            PreToolUse:
            ^^^^^^^^^^ hook-unreadable
              - hooks: [{ type: command, command: ./check.sh }]
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
    // Where skills may have hooks besides is not known.
    if (format.kind === undefined) yield* guardsElsewhere(agent);
    const entry = entryByRole(agent, 'events');
    if (entry === undefined) return;
    // What a host makes of a wrong entry in its settings is not known; an unknown event is ignored everywhere.
    const faults = hookFaults(entry.value, format).filter(({ kind }) => format.kind !== 'settings' || kind === 'event');
    const { text } = file.source;
    // Many collections write events of another scheme here, so all unknown events are reported together.
    const unknown = faults.filter(({ kind, meant }) => kind === 'event' && meant === undefined);
    for (const fault of faults) {
      if (fault === unknown[0]) yield unknownEvents(unknown, fault, text, format.host.name);
      else if (!unknown.includes(fault)) yield finding(fault, entry, text, format);
    }
  },
};

/** Guards inside other fields. Another rule reports those that are fields themselves. */
function* guardsElsewhere({ entries, file: { source }, format }: Agent): Iterable<Finding> {
  const inner = entries().filter(({ key }) => format.hooks?.guards.includes(key) !== true);
  for (const span of guardsOutside(inner, fieldByRole(format, 'events')?.key, format.hooks))
    yield {
      span,
      severity: 'error',
      message: `${quoted(textAt(source.text, span))} is outside \`hooks\`: ${format.host.name} does not load the agent, because this hook may be a guard. Move it to \`hooks\`.`,
    };
}

function unknownEvents(all: readonly HookFault[], first: HookFault, text: string, host: string): Finding {
  const names = all.slice(1, 9).map((fault) => quoted(textAt(text, fault.span)));
  const more =
    names.length === 0 ? '' : ` The same applies to ${names.join(', ')}${all.length > 9 ? ' and others' : ''}.`;
  return {
    span: first.span,
    message: `${first.what}, so ${host} ignores the hooks under it.${more} ${first.instead}`,
  };
}

function finding(fault: HookFault, entry: Entry, text: string, format: Format): Finding {
  const host = format.host.name;
  const { span, what, instead, fatal, meant, replacement } = fault;
  const effect = fatal
    ? format.kind === undefined
      ? `${host} does not load the agent, because this hook may be a guard`
      : `${host} runs the ${nounOf(format)} without this hook, which may be a guard, and approves no tools for it`
    : `${host} ignores the hook and says so only in its debug log`;
  const isThere = entry.value.kind === 'mapping' && entry.value.entries.some(({ key }) => key === meant);
  return {
    span,
    ...(fatal ? { severity: 'error' } : {}),
    message: `${what}: ${effect}. ${instead}`,
    // The hook starts to run, so the fixes are never applied automatically.
    fixes: [
      ...(meant === undefined || isThere ? [] : [renameKey(textAt(text, span), meant, span)]),
      ...(replacement === undefined ? [] : [replaceWord(textAt(text, span), replacement, span)]),
    ],
  };
}
