/** Reads marked texts as agents with a cursor, for tests of features. */
import assert from 'node:assert/strict';
import { type Agent, readAgent } from '../server/core/agent/agent';
import { claudeCodeFormat as format } from '../server/core/hosts/claudeCode/agent';
import type { AgentFile } from '../server/core/syntax/tree';
import { document } from '../server/core/text/document';
import { readMarks } from './marks';

export { format };

export interface AtCursor {
  readonly agent: Agent;
  readonly file: AgentFile;
  readonly text: string;
  readonly offset: number;
}

/** Reads a text as a Claude Code agent. */
export const agent = (text: string, path?: string): Agent => readAgent(text, format, path);

/** Parses a text as the file of a Claude Code agent. */
export const fileOf = (text: string): AgentFile => agent(text).file;

/** Reads a text with `$0` in it. */
export function atCursor(marked: string, path?: string): AtCursor {
  const { text, cursor } = readMarks(marked);
  assert.ok(cursor !== undefined, 'the text needs a $0');
  const read = agent(text, path);
  return { agent: read, file: read.file, text, offset: cursor };
}

/** A complete agent around some lines of frontmatter; the cursor mark may be in them. */
export const withFrontMatter = (lines: string): string =>
  document`
    ---
    name: a
    description: Does a thing.
    ${lines}
    ---
    Hi
    `;
