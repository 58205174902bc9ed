/** Rule: MCP servers that the host cannot use. */

import { entryByRole } from '../agent/fields';
import { listOfServers } from '../findings/serverList';
import { serverFaults } from '../hosts/mcpServers';
import { document } from '../text/document';
import type { Rule } from './rule';

export const mcpServersShape: Rule = {
  id: 'mcp-servers-shape',
  title: 'Invalid MCP server definition',
  why: 'The servers of an agent are a list: names of configured servers, or a mapping of one name to its definition.',
  severity: 'warning',
  perReader: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        mcpServers: github
                    ^^^^^^ mcp-servers-shape
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        mcpServers: [github]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        mcpServers: { db: { command: db-mcp } }
        ^^^^^^^^^^ mcp-servers-shape
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        mcpServers: [ { db: { command: db-mcp } } ]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        mcpServers:
        ^^^^^^^^^^ mcp-servers-shape
          db:
            command: db-mcp
            args: [a]

          web: { type: http, url: https://example.com/mcp }
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        mcpServers:
          - db:
              command: db-mcp
              args: [a]

          - web: { type: http, url: https://example.com/mcp }
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        mcpServers:
          - name: db
            command: db-mcp
            ^^^^^^^ mcp-servers-shape
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        mcpServers:
          - db:
              type: shell
                    ^^^^^ mcp-servers-shape
          - web:
            ^^^ mcp-servers-shape
              url: https://example.com/mcp
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
        mcpServers:
          - github
          - db:
              command: db-mcp
          - web:
              type: http
              url: https://example.com/mcp
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const entry = entryByRole(agent, 'servers');
    if (entry === undefined) return;
    for (const { kind, span, what, instead } of serverFaults(entry.value, format)) {
      const edits = kind === 'form' ? listOfServers(file.source.text, entry.value) : undefined;
      const effect = kind === 'form' ? 'silently ignores them' : 'ignores this server';
      yield {
        // Only the key is underlined, because the mapping may be long.
        span: kind === 'form' && entry.value.kind === 'mapping' ? entry.keySpan : span,
        message: `${what}: ${format.host.name} ${effect}. ${instead}`,
        // The fix gives the agent access to the servers, so it is never applied automatically.
        ...(edits === undefined
          ? {}
          : { fixes: [{ title: `Convert \`${entry.key}\` to a list`, safe: false, edits }] }),
      };
    }
  },
};
