/** Workspaces of a few files, for tests of what several files say together. */
import assert from 'node:assert/strict';
import { lint } from '../../server/core/lint/lint';
import type { LintFinding } from '../../server/core/lint/lintFinding';
import { rules } from '../../server/core/rules/index';
import type { Around } from '../../server/core/workspace/around';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import type { Workspace } from '../../server/core/workspace/workspace';
import { agent } from '../agent';

/** By their paths: texts of files, of which those in `/home/.claude` are the user's. */
export type Files = Readonly<Record<string, string>>;

/** Where most tests put the agent that they look from. */
export const HERE = '/w/.claude/agents/a.md';

export const workspaceOf = (files: Files): Workspace => ({
  presence: (path) => (Object.hasOwn(files, path) ? 'present' : 'absent'),
  manifest: (path) => files[path],
  where: { user: ['/home/.claude'], repositories: ['/w'] },
});

export function indexOfFiles(files: Files): Index {
  const workspace = workspaceOf(files);
  return indexOf(
    Object.entries(files).flatMap(([path, text]) => indexedOf(path, text, workspace)),
    workspace.where,
  );
}

export function aroundIn(files: Files, path = HERE): Around {
  const around = indexOfFiles(files).around(path);
  assert.ok(around !== undefined);
  return around;
}

/** What one rule says about one of the files. */
export function findingsIn(files: Files, rule: string, path = HERE): readonly LintFinding[] {
  const workspace: Workspace = { ...workspaceOf(files), around: indexOfFiles(files).around };
  const { findings, failures } = lint(agent(files[path] ?? '', path), {
    workspace,
    rules: rules.filter(({ id }) => id === rule),
  });
  assert.deepEqual(failures, []);
  return findings;
}

/**
 * The file of an agent.
 * @param more Lines of frontmatter.
 */
export const agentText = (name: string, more = '', body = 'Hi\n', description = 'Does a thing.'): string =>
  `---\nname: ${name}\ndescription: ${description}\n${more}---\n${body}`;

/** The file of a skill or command. */
export const skillText = (description: string, more = ''): string =>
  `---\n${more}description: ${description}\n---\nBODY of it.\n`;
