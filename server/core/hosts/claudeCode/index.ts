/** Claude Code and the kinds of files that it reads. */
import type { Host } from '../host';
import { claudeCodeFormat } from './agent';
import { claudeCodePlugin } from './plugin';

export const claudeCode = {
  ...claudeCodeFormat.host,
  formats: [claudeCodeFormat, claudeCodePlugin],
} as const satisfies Host;
