/** Rule: fields that the host ignores in this kind of agent file. */
import { removeField } from '../findings/fieldFixes';
import { faultOf } from '../hosts/shapes';
import { document } from '../text/document';
import { everyKind, type Rule } from './rule';

const path = 'plugins/p/agents/a.md';

export const fieldIgnored: Rule = {
  id: 'field-ignored',
  title: 'Field without effect',
  why: 'Some fields are accepted and do nothing, or nothing in this kind of file. An agent from a plugin cannot set its own permissions, hooks or MCP servers. Only the user can decide about them.',
  severity: 'warning',
  perReader: true,
  kinds: everyKind,
  bad: [
    {
      path,
      format: 'claude-code-plugin',
      text: document`
        ---
        name: a
        description: Does a thing.
        permissionMode: plan
        ^^^^^^^^^^^^^^ field-ignored
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      path,
      format: 'claude-code-plugin',
      text: document`
        ---
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
        permissionMode: plan
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    for (const { entry, name } of agent.fields()) {
      if (name.kind !== 'known') continue;
      const { ignoredIn: place, noEffect } = name.field;
      // Another rule reports a value for which the file does not load.
      if (noEffect !== undefined && faultOf(name.field, entry.value) === undefined)
        yield {
          span: entry.keySpan,
          tag: 'unnecessary',
          message: `\`${entry.key}\` has no effect in ${format.host.name} ${format.host.version}: ${noEffect}`,
          // Another version may read it.
          fixes: [{ ...removeField(agent, entry), safe: false }],
        };
      if (place === undefined) continue;
      yield {
        span: entry.keySpan,
        tag: 'unnecessary',
        message: `${format.host.name} ignores \`${entry.key}\` in ${place}. Remove it, and let the user set it.`,
        fixes: [removeField(agent, entry)],
      };
    }
  },
};
