/** Rule: fields that the host reads elsewhere and ignores here. */
import { removeField } from '../findings/fieldFixes';
import { document } from '../text/document';
import type { Rule } from './rule';

const path = 'plugins/p/agents/a.md';

export const fieldIgnored: Rule = {
  id: 'field-ignored',
  title: 'The field is ignored in agents of a plugin',
  why: 'An agent that comes with a plugin cannot decide about permissions, hooks or MCP servers: Claude Code ignores these fields there and says so only in its debug log.',
  severity: 'warning',
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
        message: `${format.host.name} ignores \`${entry.key}\` in ${place}. Remove it, or set it where the user decides.`,
        fixes: [removeField(agent, entry)],
      };
    }
  },
};
