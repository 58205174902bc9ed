/** What tests of features start from: a marked text, parsed, with its cursor. */
import assert from 'node:assert/strict';
import { claudeCodeFormat as format } from '../server/core/hosts/claudeCode/agent';
import { keysOf } from '../server/core/hosts/lookup';
import { parse } from '../server/core/syntax/parse';
import type { AgentFile } from '../server/core/syntax/tree';
import { readMarks } from './marks';

export { format };

export interface AtCursor {
  readonly file: AgentFile;
  readonly text: string;
  readonly offset: number;
}

/** Parses a text as a Claude Code agent. */
export const agent = (text: string): AgentFile => parse(text, keysOf(format));

/** Parses a text with `$0` in it. */
export function atCursor(marked: string): AtCursor {
  const { text, cursor } = readMarks(marked);
  assert.ok(cursor !== undefined, 'the text needs a $0');
  return { file: agent(text), text, offset: cursor };
}

/** A complete agent around some header lines; the cursor mark may be in them. */
export const withFrontMatter = (lines: string): string =>
  `---\nname: a\ndescription: Does a thing.\n${lines}\n---\nHi\n`;
