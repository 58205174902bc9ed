/** Small workspaces for tests of what agents say about each other. */
import assert from 'node:assert/strict';
import { type Agent, agentOf } from '../../server/core/agent/agent';
import { fileOf } from '../../server/core/hosts/lookup';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import type { Around } from '../../server/core/workspace/around';
import { detect, membershipOf } from '../../server/core/workspace/detect';
import { indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import type { Ties } from '../../server/core/workspace/ties';
import { nowhere, type Where } from '../../server/core/workspace/tree';
import type { Workspace } from '../../server/core/workspace/workspace';

/** The texts of files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** An agent with a name, a description and a body. */
export const agentText = (name: string, body = 'Hi', more = ''): string =>
  `---\nname: ${name}\ndescription: Does the work of ${name}.\n${more}---\n${body}\n`;

export interface Seen {
  readonly agent: Agent;
  readonly ties: Ties;
  readonly around: Around;
  /** What the rules with these ids report, by default all rules about several files. */
  readonly findings: (ids?: readonly string[]) => readonly LintFinding[];
}

/** What there is at `path` in a workspace of these files. */
export function seenFrom(path: string, files: Files, where: Where = nowhere): Seen {
  const known: Workspace = {
    presence: (file) => (Object.hasOwn(files, file) ? 'present' : 'absent'),
    manifest: (file) => files[file],
    where,
  };
  const index = indexOf(
    Object.entries(files).flatMap(([file, text]) => indexedOf(file, text, known)),
    where,
  );
  const workspace: Workspace = { ...known, around: index.around };
  const [format] = detect(path, workspace);
  const [ties, around] = [index.ties(path), index.around(path)];
  assert.ok(format !== undefined && ties !== undefined && around !== undefined, `${path} is an agent`);
  const agent = agentOf(fileOf(files[path] ?? '', format), format, path, membershipOf(path, format, workspace));
  const findings: Seen['findings'] = (ids) => {
    const some = rules.filter((rule) => (ids === undefined ? 'across' in rule : ids.includes(rule.id)));
    const result = lint(agent, { workspace, rules: some });
    assert.deepEqual(result.failures, []);
    return result.findings;
  };
  return { agent, ties, around, findings };
}
