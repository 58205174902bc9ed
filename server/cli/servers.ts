/** What the help says about the commands that start a server. They are programs of their own, so that no other command loads them. */
import type { Described } from './help';
import { flag, text } from './options';

/** The servers, in the order of the help. */
export const servers: readonly Described[] = [
  {
    name: 'lsp',
    usage: {
      summary: 'Start the language server for any editor',
      operands: { usage: '--stdio', min: 0, max: 0, takes: 'no paths' },
      details: 'Speaks the Language Server Protocol with the editor that starts it, until the editor ends it.',
      examples: { 'lsp --stdio': 'Start it as most editors do' },
      exitCodes: { 0: 'when the editor ends it', 1: 'when the editor is gone', 2: 'on usage errors' },
    },
    options: {
      stdio: flag('Use standard input and output'),
      socket: text('PORT', 'Connect to the editor at a port of this machine'),
      pipe: text('PATH', 'Connect to the editor at a named pipe'),
      'node-ipc': flag('Use the channel of a parent process that runs under Node'),
    },
  },
  {
    name: 'mcp',
    usage: {
      summary: 'Start the MCP server, so that coding agents can check agent files',
      operands: { usage: '', min: 0, max: 0, takes: 'no paths' },
      details:
        'Speaks the Model Context Protocol on standard input and output with the program that starts it. Its tools check, explain, list ' +
        'and fix agents in the current folder.',
      examples: { mcp: 'Start it, as an MCP client does' },
      exitCodes: { 0: 'when the program ends it' },
    },
    options: {},
  },
];
