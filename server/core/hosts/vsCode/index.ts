/** VS Code and the kinds of files that it reads. */
import type { Host } from '../host';
import { vsCodeAgent } from './agent';
import { vsCodeClaudeAgent } from './claude';
import { vsCodeNotes } from './notes';
import { vsCodeTogether } from './together';

export const vsCode = {
  ...vsCodeAgent.host,
  formats: [vsCodeAgent, vsCodeClaudeAgent],
  signs: [
    '.github/agents',
    '.github/chatmodes',
    '.github/prompts',
    '.github/instructions',
    '.github/copilot-instructions.md',
    '.vscode/mcp.json',
  ],
  together: vsCodeTogether,
  notes: vsCodeNotes,
} as const satisfies Host;
