/** Rule: a key in a map of permissions or switches that matches no tool. */

import type { Agent } from '../agent/agent';
import { renameKey } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import { ineffectiveLimits, type Permission } from '../hosts/permissions';
import { removeEntry } from '../syntax/lists/items';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const permissionKey: Rule = {
  id: 'permission-key',
  title: 'Permission for an unknown tool',
  why: 'Some hosts take a map of tools, and ignore keys that they do not know. A denial under a wrong name denies nothing, and the agent keeps the tool.',
  severity: 'warning',
  bad: [
    {
      takesPermissions: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        permission:
          Read: allow
          bash: deny
          ^^^^ permission-key
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        permission:
          Read: allow
          Bash: deny
        ---
        Hi
        `,
    },
    {
      takesPermissions: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        switches:
          Bash: false
          run_shell_command: false
          ^^^^^^^^^^^^^^^^^ permission-key
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        switches:
          Bash: false
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      takesPermissions: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        permission:
          "*": ask
          Bash:
            "*": deny
            "git *": allow
          mcp__github__*: deny
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const all = agent.permissions();
    const verdict = agent.verdict();
    const lost = ineffectiveLimits(all, format, verdict?.name ?? null);
    for (const permission of all) {
      if (permission.name.kind === 'ineffective')
        yield about(agent, permission, permission.name, lost.includes(permission) && verdict?.cause === null);
    }
  },
};

function about(
  agent: Agent,
  permission: Permission,
  { meant, product }: Extract<Permission['name'], { kind: 'ineffective' }>,
  isLost: boolean,
): Finding {
  const { format } = agent;
  const { key, field } = permission;
  const says = format.permissions?.onUnknown ?? format.on.unknownTool.says;
  const what =
    product === undefined
      ? `\`${field.key}\` has no key ${quoted(key)}: ${format.host.name} ${says}`
      : `${quoted(key)} is a tool of ${product}: ${format.host.name} ${says}`;
  const siblings = field.value.kind === 'mapping' ? field.value.entries.map((entry) => entry.key) : [];
  const isThere = meant !== undefined && siblings.includes(meant);
  const advice =
    meant === undefined
      ? 'Remove it, unless a plugin brings such a tool.'
      : isThere
        ? `\`${meant}\` is already there, so remove this key.`
        : `Write \`${meant}\`.`;
  return {
    span: permission.span,
    unknown: { kind: 'tools', names: [key] },
    severity: isLost ? 'error' : meant === undefined && product === undefined ? 'information' : 'warning',
    message: `${what}${isLost ? ', so the agent keeps the tool' : ''}. ${advice}`,
    fixes: [
      ...(meant === undefined || isThere ? [] : [renameKey(key, meant, permission.span)]),
      ...removal(agent, permission, siblings.length),
    ],
  };
}

/** Removes the lines of the key; nothing where a map without keys would stay, or the key shares its line with others. */
function removal({ file }: Agent, { entry, field, key }: Permission, count: number): readonly Fix[] {
  if (count < 2 || field.value.kind !== 'mapping' || field.value.style !== 'block') return [];
  return [{ title: `Remove ${quoted(key)}`, safe: false, edits: [removeEntry(file.source.text, entry)] }];
}
