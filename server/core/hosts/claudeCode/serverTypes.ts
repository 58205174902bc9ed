/** How a Claude Code agent reaches the MCP servers that its frontmatter defines. */
import type { NestedKey } from '../field';
import type { Servers } from '../host';
import { string, strings, stringsByName } from './nestedShapes';

const started: Readonly<Record<string, NestedKey>> = {
  command: { summary: 'The program of a `stdio` server.', value: string },
  args: { summary: 'The arguments of the program, as a list.', value: strings },
  env: { summary: 'Variables for the program.', value: stringsByName('The name of a variable.') },
};

// The host does not check the URL: a wrong one fails to connect.
const reached: Readonly<Record<string, NestedKey>> = {
  url: { summary: 'The address of an `http`, `sse` or `ws` server.', value: string },
  headers: { summary: 'Headers that are sent along.', value: stringsByName('The name of a header.') },
};

export const claudeCodeServers = {
  implied: 'stdio',
  reserved: ['workspace', 'claude-in-chrome', 'computer-use', 'Claude Browser', 'Claude_Preview'],
  types: {
    stdio: {
      summary: 'A program that is started and spoken to over standard input and output.',
      needs: ['command'],
      keys: started,
    },
    http: { summary: 'An HTTP address.', needs: ['url'], keys: reached },
    'streamable-http': { summary: 'Another name of `http`.', needs: ['url'], keys: reached },
    sse: { summary: 'An HTTP address that streams events.', needs: ['url'], keys: reached },
    ws: { summary: 'An address of a web socket.', needs: ['url'], keys: reached },
  },
} as const satisfies Servers;

/** Every key of a definition, whatever its type. */
export const serverKeys: Readonly<Record<string, NestedKey>> = {
  type: {
    summary: 'How the server is reached.',
    value: {
      kind: 'word',
      choices: Object.entries(claudeCodeServers.types)
        .filter(([value]) => value !== 'streamable-http')
        .map(([value, { summary }]) => ({ value, summary })),
    },
  },
  ...started,
  ...reached,
};
