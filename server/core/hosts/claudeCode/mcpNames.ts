/** How Claude Code spells tools of MCP servers: `mcp__server__tool`, and `mcp__server` or `mcp__server__*` for a whole server. */
import type { McpNames } from '../tool';
import { claudeCodeMcpServers } from './bareNames';

const PREFIX = 'mcp__';

export const claudeCodeMcp: McpNames = {
  prefix: PREFIX,
  spelled: `${PREFIX}<server>__<tool>`,
  spell: (server, tool) => PREFIX + server + (tool === undefined ? '' : `__${tool}`),
  inNames: (server) => server.replace(/[^\w-]/g, '_'),
  partsOf: (name) => {
    const { server, rest } = partsOf(name);
    return { server, tool: rest === '' || rest === '*' ? undefined : rest };
  },
  fault: (name) => {
    const { server, rest } = partsOf(name);
    if (server === '') return 'it contains no server name';
    if (server.includes('*')) return 'a wildcard cannot match servers in an allow list';
    return rest.includes('*') && rest !== '*' ? 'a wildcard can only match all tools of a server' : undefined;
  },
  isTool: (name) => name.split('__').length > 2,
  covers: (name, wanted) => {
    const server = name.endsWith('__*') ? name.slice(0, -3) : name;
    return name === `${PREFIX}*` || wanted === name || wanted === server || wanted.startsWith(`${server}__`);
  },
  knownServers: claudeCodeMcpServers,
};

function partsOf(name: string): { readonly server: string; readonly rest: string } {
  const [server = '', ...tool] = name.slice(PREFIX.length).split('__');
  return { server, rest: tool.join('__') };
}
