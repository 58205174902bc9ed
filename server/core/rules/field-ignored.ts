/** Rule: fields that the host ignores in this kind of agent file. */
import type { Agent } from '../agent/agent';
import { agentFields } from '../agent/fields';
import { removeField } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import type { Field } from '../hosts/field';
import { faultOf } from '../hosts/shapes';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { insertAt } from '../text/edits';
import { lineEndOf } from '../text/source';
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
      path: '.claude/skills/notes/SKILL.md',
      format: 'claude-code-skill',
      text: document`
        ---
        description: Writes notes.
        agent: Explore
        ^^^^^ field-ignored
        ---
        Write notes.
        `,
      fixed: document`
        ---
        description: Writes notes.
        context: fork
        agent: Explore
        ---
        Write notes.
        `,
    },
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
      path: '.claude/skills/notes/SKILL.md',
      format: 'claude-code-skill',
      text: document`
        ---
        description: Writes notes.
        context: fork
        agent: Explore
        ---
        Write notes.
        `,
    },
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
      const { ignoredIn: place, noEffect, onlyWith } = name.field;
      // Another rule reports a value for which the file does not load.
      if (noEffect !== undefined && faultOf(name.field, entry.value) === undefined)
        yield {
          span: entry.keySpan,
          tag: 'unnecessary',
          message: `\`${entry.key}\` has no effect in ${format.host.name} ${format.host.version}: ${noEffect}`,
          // Another version may read it.
          fixes: [{ ...removeField(agent, entry), safe: false }],
        };
      if (onlyWith !== undefined && isWithout(agent, onlyWith)) yield without(agent, entry, onlyWith);
      if (place === undefined) continue;
      yield {
        span: entry.keySpan,
        tag: 'unnecessary',
        message: `${format.host.name} ignores \`${entry.key}\` in ${place}. Remove it${format.kind === undefined ? ', and let the user set it' : ''}.`,
        fixes: [removeField(agent, entry)],
      };
    }
  },
};

type OnlyWith = NonNullable<Field['onlyWith']>;

/** Whether another field certainly does not have the value that this one needs. */
function isWithout(agent: Agent, { key, value }: OnlyWith): boolean {
  if (agent.reading().kind !== 'read') return false;
  const other = agentFields(agent).value(key);
  return other === undefined || other.kind === 'missing' || (other.kind === 'scalar' && other.text !== value);
}

function without(agent: Agent, entry: Entry, { key, value }: OnlyWith): Finding {
  const { source } = agent.file;
  const isThere = agent.entries().some((other) => other.key === key);
  const add = {
    title: `Add \`${key}: ${value}\``,
    safe: false,
    edits: [insertAt(entry.span.start, `${key}: ${value}${lineEndOf(source)}`)],
  };
  return {
    span: entry.keySpan,
    tag: 'unnecessary',
    message: `\`${entry.key}\` has no effect without \`${key}: ${value}\`. ${isThere ? `Change \`${key}\`` : 'Add that'}, or remove this field.`,
    fixes: [...(isThere ? [] : [add]), removeField(agent, entry)],
  };
}
