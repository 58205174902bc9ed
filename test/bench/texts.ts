/** The documents of the benchmark, made from one agent file. */
import { existsSync, readFileSync } from 'node:fs';

/** A real agent, beside the project. */
const SEED = '../shared/seed/python-api-expert.md';

/** An agent of about the same size, in the repository. */
const OWN = 'test/bench/agent.md';

export interface Source {
  /** The file that all documents are made from. */
  readonly path: string;
  readonly text: string;
}

/** @param portable Whether the text must be the same on every machine, so that ratios can be compared. */
export function sourceOf(portable: boolean): Source {
  const path = !portable && existsSync(SEED) ? SEED : OWN;
  return { path, text: readFileSync(path, 'utf8') };
}

/** A text and the two places where the benchmark types. */
export interface Typed {
  readonly text: string;
  readonly places: Readonly<Record<Place, Position>>;
}

export type Place = 'front' | 'body';

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A zero-width space. It has a diagnostic, which moves with every letter typed before it, so that a server must publish. */
const MARK = '\u200B';

/** A file that hosts load as an agent. */
export const agentUri = (name: string): string => `file:///bench/.claude/agents/${name}.md`;

/** The agent under another name, because names of one folder differ. */
export const renamed = (text: string, name: string): string => text.replace(/^name: .*$/m, `name: ${name}`);

/** An agent of at least `size` UTF-16 units: the body is repeated as often as that takes. */
export function agentOf(source: Source, size: number): Typed {
  const end = source.text.indexOf('\n---\n') + '\n---\n'.length;
  const [head, body] = [source.text.slice(0, end), source.text.slice(end)];
  const times = Math.max(1, Math.round((size - head.length) / (body.length + 1)));
  const lines = (head + `${body}\n`.repeat(times)).split('\n');
  const front = lines.findIndex((line) => line.startsWith('description: '));
  const middle = Math.floor(lines.length / 2);
  const words = lines.findIndex((line, i) => i >= middle && /^- \S.{30}/.test(line));
  for (const line of [front, words]) lines[line] += ` x${MARK}`;
  const place = (line: number): Position => ({ line, character: (lines[line] ?? '').indexOf(' ', 25) });
  return { text: lines.join('\n'), places: { front: place(front), body: place(words) } };
}
