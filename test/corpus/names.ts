/** What the rules about names and calls of several agents report when each repository of the corpus is one workspace. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import { detect, membershipOf } from '../../server/core/workspace/detect';
import { indexOf } from '../../server/core/workspace/index';
import { namesAgent } from '../../server/core/workspace/namesAgent';
import { indexedOf } from '../../server/core/workspace/read';
import type { Workspace } from '../../server/core/workspace/workspace';
import { absent, claudeAgents, type RealFile } from './realFiles';

const some = rules.filter(({ id }) =>
  [
    'name-taken',
    'name-hides',
    'name-alike',
    'agent-unknown',
    'agent-ambiguous',
    'agent-unnamed',
    'agent-cycle',
  ].includes(id),
);

/** The folder of the corpus that has the files of one repository. */
const repositoryOf = ({ path }: RealFile): string => path.split('/')[1] ?? '';

/** The files of one repository: those of plugins with a manifest, all others where they would be loaded. */
function filesOf(repository: string, files: readonly RealFile[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { sourcePath, text } of files) {
    const plugin = /^(.*\bplugins\/([^/]+))\/agents\//.exec(sourcePath);
    const isPlaced = plugin !== null || sourcePath.startsWith('.claude/agents/');
    texts.set(`/${repository}/${isPlaced ? '' : '.claude/agents/'}${sourcePath}`, text);
    if (plugin !== null)
      texts.set(`/${repository}/${plugin[1]}/.claude-plugin/plugin.json`, JSON.stringify({ name: plugin[2] }));
  }
  return texts;
}

function countsIn(texts: ReadonlyMap<string, string>, counts: Record<string, number>): void {
  const files: Workspace = {
    presence: (file) => (texts.has(file) ? 'present' : 'absent'),
    manifest: (file) => texts.get(file),
  };
  const { around, agents } = indexOf([...texts].flatMap(([file, text]) => indexedOf(file, text, files)));
  const workspace: Workspace = { ...files, around };
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const { card, calls, unnamed } of agents) {
    if (unnamed !== undefined) count('told to choose an agent');
    for (const call of calls) {
      const found = around(card.path)?.agent(call.name);
      if (call.isAsked && call.isCertain && namesAgent(call) && found?.kind === 'none' && found.elsewhere.length === 0)
        count('calls of nobody');
    }
  }
  for (const [path, text] of texts) {
    const [format] = detect(path, workspace);
    if (format === undefined) continue;
    const agent = readAgent(text, format, path, membershipOf(path, format, workspace));
    const { findings, failures } = lint(agent, { workspace, rules: some });
    assert.deepEqual(failures, [], path);
    for (const { rule, severity } of findings) count(`${rule} ${severity}`);
  }
}

describe('the repositories of the corpus as workspaces', { skip: absent }, () => {
  it('have as many findings about names as docs/accuracy.md says', () => {
    const counts: Record<string, number> = {};
    for (const repository of new Set(claudeAgents.map(repositoryOf))) {
      const files = claudeAgents.filter((file) => repositoryOf(file) === repository);
      countsIn(filesOf(repository, files), counts);
    }
    assert.deepEqual(counts, {
      'calls of nobody': 5,
      'told to choose an agent': 9,
      'name-taken warning': 20,
      'name-taken information': 20,
      'name-hides information': 1,
      'agent-unknown information': 2,
    });
  });
});
