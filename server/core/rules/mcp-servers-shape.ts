/** Rule: MCP servers in a form that the host ignores. */

import { entryByRole } from '../agent/fields';
import { listOfServers } from '../findings/serverList';
import { serverFaults } from '../hosts/mcpServers';
import type { Rule } from './rule';

export const mcpServersShape: Rule = {
  id: 'mcp-servers-shape',
  title: 'The host cannot use these MCP servers',
  why: 'The servers of an agent are a list: names of configured servers, or maps of one name to its definition. Claude Code ignores a map of servers, as other configuration files have it, or a single word without a message, and leaves out entries that it cannot read.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmcpServers: github\n            ^^^^^^ mcp-servers-shape\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmcpServers: [github]\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmcpServers: { db: { command: db-mcp } }\n^^^^^^^^^^ mcp-servers-shape\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmcpServers: [ { db: { command: db-mcp } } ]\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmcpServers:\n^^^^^^^^^^ mcp-servers-shape\n  db:\n    command: db-mcp\n    args: [a]\n\n  web: { type: http, url: https://example.com/mcp }\n---\nHi\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\nmcpServers:\n  - db:\n      command: db-mcp\n      args: [a]\n\n  - web: { type: http, url: https://example.com/mcp }\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmcpServers:\n  - name: db\n    command: db-mcp\n    ^^^^^^^ mcp-servers-shape\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmcpServers:\n  - db:\n      type: shell\n            ^^^^^ mcp-servers-shape\n  - web:\n    ^^^ mcp-servers-shape\n      url: https://example.com/mcp\n---\nHi\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmcpServers:\n  - github\n  - db:\n      command: db-mcp\n  - web:\n      type: http\n      url: https://example.com/mcp\n---\nHi\n',
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const entry = entryByRole(agent, 'servers');
    if (entry === undefined) return;
    for (const { kind, span, what, instead } of serverFaults(entry.value, format)) {
      const edits = kind === 'form' ? listOfServers(file.source.text, entry.value) : undefined;
      const effect = kind === 'form' ? 'ignores them without a message' : 'leaves this server out';
      yield {
        // A map of many lines would be underlined as a whole.
        span: kind === 'form' && entry.value.kind === 'mapping' ? entry.keySpan : span,
        message: `${what}: ${format.host.name} ${effect}. ${instead}`,
        // The agent gets access to the servers by it, so a person has to ask for it.
        ...(edits === undefined ? {} : { fixes: [{ title: 'Turn into a list', safe: false, edits }] }),
      };
    }
  },
};
