/** Entry of the MCP server: `agent-authoring mcp` talks over standard input and output. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../package.json';
import { answerTo } from '../mcp/answer';
import { toolList } from '../mcp/tools';
import { machine } from './machine';

const server = new Server(
  { name: 'agent-authoring', title: 'Agent Authoring', version },
  {
    capabilities: { tools: {} },
    instructions:
      'Checks the files that define AI coding agents, skills and commands. After you write or change such a file, call check_agent on it, ' +
      'and correct what it reports.',
  },
);

server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolList.map((tool) => ({ ...tool })) }));
server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
  const { text, isError } = answerTo(params.name, params.arguments, machine);
  return { content: [{ type: 'text', text }], isError };
});

void server.connect(new StdioServerTransport());
