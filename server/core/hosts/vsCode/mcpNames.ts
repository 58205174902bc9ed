/** How VS Code spells the tools of MCP servers: `server/tool`, and `server/*` for all of a server. */
import { knownServers } from '../knownServers';
import type { McpNames } from '../tool';
import { vsCodeSets } from './tools';

/** The server and the tool in a name; a server may have slashes in its name itself. */
const parts = (name: string): readonly [string, string] | undefined => {
  const at = name.lastIndexOf('/');
  const server = name.slice(0, at);
  const tool = name.slice(at + 1);
  return at < 1 || tool === '' || /\s/.test(name) || vsCodeSets.has(server) ? undefined : [server, tool];
};

export const vsCodeMcp: McpNames = {
  // No beginning is common to all names; this one is that of no server.
  prefix: 'mcp/',
  isName: (name) => parts(name) !== undefined,
  spelled: '<server>/<tool>',
  spell: (server, tool) => `${server}/${tool ?? '*'}`,
  partsOf: (name) => {
    const [server = name, tool = '*'] = parts(name) ?? [];
    return { server, tool: tool === '*' ? undefined : tool };
  },
  fault: () => undefined,
  respell: (name) => {
    const [, server, tool] = /^mcp__([^_*]+)(?:__(.+))?$/.exec(name) ?? [];
    return server === undefined ? undefined : `${server}/${tool ?? '*'}`;
  },
  covers: (name, wanted) => name === wanted || (name.endsWith('/*') && wanted.startsWith(name.slice(0, -1))),
  knownServers,
};
