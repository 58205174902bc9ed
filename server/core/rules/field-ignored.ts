/** Rule: fields that the host ignores in this kind of agent file. */
import { removeField } from '../findings/fieldFixes';
import { document } from '../text/document';
import { everyKind, type Rule } from './rule';

const path = 'plugins/p/agents/a.md';

export const fieldIgnored: Rule = {
  id: 'field-ignored',
  title: 'Field ignored in plugin agents',
  why: 'An agent from a plugin cannot set its own permissions, hooks or MCP servers. Only the user can decide about them.',
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
      const place = name.kind === 'known' ? name.field.ignoredIn : undefined;
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
