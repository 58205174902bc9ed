/** How Copilot CLI spells tools of MCP servers in a list: `server/tool` or `server-tool`, in any case. */
import { knownServers } from '../knownServers';
import type { McpNames } from '../tool';
import { copilotCliForeign } from './foreign';
import { copilotCliSpellings, copilotCliTools } from './tools';

/** Names with a slash or a hyphen that are not of servers. */
const others: ReadonlySet<string> = new Set([
  ...Object.keys(copilotCliTools),
  ...Object.keys(copilotCliSpellings),
  ...Object.keys(copilotCliForeign),
]);

/** Which servers and tools there are is not known, so each name of two parts may be one. */
const isName = (name: string): boolean =>
  /^[^\s/,()*-][^\s/,()]*[/-][^\s/,()]+$/.test(name) && !others.has(name.toLowerCase());

export const copilotCliMcp: McpNames = {
  prefix: '',
  isName,
  spelled: '<server>/<tool>',
  spell: (server, name) => `${server}/${name ?? '*'}`,
  // With a hyphen, the name of the server may have some of its own.
  partsOf: (name) => {
    const [server = '', tool] = name.split('/');
    return tool === undefined ? undefined : { server, tool: tool === '*' ? undefined : tool };
  },
  fault: (name) => {
    const [, rest = ''] = name.split('/');
    return rest !== '*' && rest.includes('*') ? 'a wildcard can only mean all tools of a server' : undefined;
  },
  respell: (name) => {
    const [, server, rest] = /^mcp__([^\s/*]+?)(?:__([^\s/]+))?$/i.exec(name) ?? [];
    return server === undefined ? undefined : `${server}/${rest ?? '*'}`;
  },
  covers: (name, wanted) => {
    const [granted, asked] = [name.toLowerCase(), wanted.toLowerCase()];
    return granted === asked || (granted.endsWith('/*') && asked.startsWith(granted.slice(0, -1)));
  },
  knownServers,
};
