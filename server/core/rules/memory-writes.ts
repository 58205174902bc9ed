/** Rule: a field that grants tools which are not in the tool list. */

import { agentFields, entryByRole } from '../agent/fields';
import { hasWildcard } from '../findings/toolFindings';
import { deniedBy, grantedBy, presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import type { Rule } from './rule';

export const memoryWrites: Rule = {
  id: 'memory-writes',
  title: 'Tools granted by another field',
  why: 'A field other than the tool list can grant tools too. An agent that was meant to be read-only can then change files.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Grep
        memory: project
        ^^^^^^ memory-writes
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
        tools: Read, Write, Edit
        memory: project
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        memory: project
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        disallowedTools: Write, Edit
        memory: user
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const lists = agent.toolLists();
    const [allowing, denying] = [entryByRole(agent, 'allow'), entryByRole(agent, 'deny')];
    const allow = lists.find(({ entry }) => entry === allowing);
    const deny = lists.find(({ entry }) => entry === denying);
    if (allow === undefined || hasWildcard(allow)) return;
    const isDenied = deniedBy(deny?.all.map(({ item }) => item.text) ?? [], format);
    const listed = new Set(allow.all.map(({ item }) => presentName(item.text, format)));
    const added = grantedBy(agentFields(agent), format).filter((name) => !listed.has(name) && !isDenied(name));
    const grants = (entry: Entry): boolean => lookup(format.fields, entry.key)?.grants !== undefined;
    const entry = file.frontMatter?.entries.findLast(grants);
    if (entry === undefined || added.every((name) => lookup(format.tools, name)?.effect === 'reads')) return;
    const names = added.map((name) => `\`${name}\``);
    yield {
      span: entry.keySpan,
      message: `\`${entry.key}\` also grants ${names.join(', ')}, which \`${allow.entry.key}\` does not list. List them, or deny them if the agent is read-only.`,
    };
  },
};
