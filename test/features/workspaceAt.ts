/** Small workspaces with a cursor in one of their files, for tests of features about several files. */
import assert from 'node:assert/strict';
import type { Location, Range } from 'vscode-languageserver-types';
import {
  type Agent,
  agentOf,
  detect,
  type Index,
  type Indexed,
  indexedOf,
  indexOf,
  keysOf,
  membershipOf,
  offsetAt,
  parse,
  sourceOf,
  type Where,
  type Workspace,
} from '../../server/core/index';
import { readMarks } from '../marks';

/** Marked texts by path. */
export type Files = Readonly<Record<string, string>>;

export interface WorkspaceAt {
  readonly agent: Agent;
  readonly offset: number;
  readonly index: Index;
  /** Without marks. */
  readonly texts: Files;
  /** What a location covers, as `path: text`. */
  readonly shown: (location: Location) => string;
}

export interface Options {
  readonly where?: Where;
  /** Files that the index does not know. */
  readonly without?: readonly string[];
  /** Changes what the index keeps of a file. */
  readonly keep?: (file: Indexed) => Indexed;
}

/** The workspace of these files, `$0` in one of them. */
export function workspaceAt(files: Files, { where, without = [], keep = (file) => file }: Options = {}): WorkspaceAt {
  const marked = Object.entries(files).map(([path, text]) => ({ path, ...readMarks(text) }));
  const texts = Object.fromEntries(marked.map(({ path, text }) => [path, text]));
  const workspace: Workspace = {
    presence: (path) => (path in texts ? 'present' : 'absent'),
    manifest: (path) => texts[path],
    ...(where === undefined ? {} : { where }),
  };
  const kept = Object.entries(texts).filter(([path]) => !without.includes(path));
  const index = indexOf(
    kept.flatMap(([path, text]) => indexedOf(path, text, workspace).map(keep)),
    where,
  );
  const at = marked.find(({ cursor }) => cursor !== undefined);
  assert.ok(at?.cursor !== undefined, 'one of the files needs a $0');
  const [format = assert.fail(`${at.path} is not an agent`)] = detect(at.path, workspace);
  const agent = agentOf(parse(at.text, keysOf(format)), format, at.path, membershipOf(at.path, format, workspace));
  const shown = ({ uri, range }: Location): string => `${uri}: ${covered(texts[uri] ?? assert.fail(uri), range)}`;
  return { agent, offset: at.cursor, index, texts, shown };
}

/** The text in a range. */
export function covered(text: string, { start, end }: Range): string {
  const source = sourceOf(text);
  return text.slice(offsetAt(source, start), offsetAt(source, end));
}

/** An agent file. `body` may be several lines. */
export const agentText = (name: string, body = 'Hi', fields = ''): string =>
  `---\nname: ${name}\ndescription: Does ${name} work.\n${fields === '' ? '' : `${fields}\n`}---\n${body}\n`;
