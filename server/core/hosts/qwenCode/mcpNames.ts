/** How Qwen Code spells tools of MCP servers: in full where they are allowed; a deny list may name whole servers. */
import { knownServers } from '../knownServers';
import type { McpNames } from '../tool';

const PREFIX = 'mcp__';

const parts = (name: string): readonly string[] => name.slice(PREFIX.length).split('__');

export const qwenCodeMcp: McpNames = {
  prefix: PREFIX,
  spelled: `${PREFIX}<server>__<tool>`,
  spell: (server, tool) => PREFIX + server + (tool === undefined ? '' : `__${tool}`),
  partsOf: (name) => {
    const [server = '', ...tool] = parts(name);
    const rest = tool.join('__');
    return { server, tool: rest === '' || rest === '*' ? undefined : rest };
  },
  fault: (name) => {
    if (name.includes('*')) return 'a wildcard matches nothing in a list of allowed tools';
    const [server = '', ...tool] = parts(name);
    if (server === '') return 'it contains no server name';
    return tool.join('__') === '' ? 'it names no tool of the server' : undefined;
  },
  respell: (name) => {
    const [, server, tool] = /^mcp_([^_]+)_([^_*].*)$/.exec(name) ?? [];
    return server === undefined || tool === undefined || tool.endsWith('*') ? undefined : `${PREFIX}${server}__${tool}`;
  },
  isTool: (name) => parts(name).length > 1,
  covers: (name, wanted) => {
    if (name === wanted) return true;
    if (name.endsWith('*')) return wanted.startsWith(name.slice(0, -1));
    return parts(name).length === 1 && wanted.startsWith(`${name}__`);
  },
  knownServers,
};
