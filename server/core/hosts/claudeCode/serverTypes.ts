/** How a Claude Code agent reaches the MCP servers that its frontmatter defines. */

import type { Servers } from '../host';
import type { NestedKey } from '../nestedShape';
import { flag, free, string, strings, stringsByName, text } from './nestedShapes';

const common: Readonly<Record<string, NestedKey>> = {
  timeout: {
    summary: 'How long a call of a tool may take, in milliseconds.',
    value: { kind: 'positive', whole: true },
  },
  alwaysLoad: { summary: 'Whether the tools are there from the beginning, without a search for them.', value: flag },
};

const started: Readonly<Record<string, NestedKey>> = {
  ...common,
  command: { summary: 'The program of a `stdio` server.', value: text },
  args: { summary: 'The arguments of the program, as a list.', value: strings },
  env: { summary: 'Variables for the program.', value: stringsByName('The name of a variable.') },
};

const reached: Readonly<Record<string, NestedKey>> = {
  ...common,
  url: { summary: 'The address of an `http`, `sse` or `ws` server.', value: { kind: 'address' } },
  headers: { summary: 'Headers that are sent along.', value: stringsByName('The name of a header.') },
  headersHelper: { summary: 'A command that prints further headers as JSON.', value: string },
};

const overHttp: Readonly<Record<string, NestedKey>> = {
  ...reached,
  oauth: { summary: 'How to sign in.', value: { kind: 'named', summary: 'A setting of the sign-in.', value: free } },
  tools: {
    summary: 'What is known of the tools, one mapping each.',
    value: { kind: 'sequence', item: { kind: 'named', summary: 'A property of the tool.', value: free } },
  },
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
    http: { summary: 'An HTTP address.', needs: ['url'], keys: overHttp },
    'streamable-http': { summary: 'Another name of `http`.', needs: ['url'], keys: overHttp },
    sse: { summary: 'An HTTP address that streams events.', needs: ['url'], keys: overHttp },
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
  ...overHttp,
};
