/** How a Claude Code agent reaches the MCP servers that its frontmatter defines. */
import type { Servers } from '../host';

export const claudeCodeServers = {
  implied: 'stdio',
  types: {
    stdio: { summary: 'A program that is started and spoken to over standard input and output.', needs: ['command'] },
    http: { summary: 'An HTTP address.', needs: ['url'] },
    sse: { summary: 'An HTTP address that streams events.', needs: ['url'] },
    ws: { summary: 'An address of a web socket.', needs: ['url'] },
  },
} as const satisfies Servers;
