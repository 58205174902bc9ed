/** Each repository of the corpus as one workspace. */
import { agentOf } from '../../server/core/agent/agent';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import { tiesOf } from '../../server/core/workspace/ties';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { format } from '../agent';
import { claudeAgents, type RealFile, realFiles } from './realFiles';

/** Where a session reads the agent, whatever the folder in its repository is. */
const placed = ({ sourcePath }: RealFile): string =>
  `/r/${sourcePath.includes('.claude/agents/') ? '' : '.claude/agents/'}${sourcePath}`;

const where = { user: [], repositories: ['/r'] };

/** The agents of each. */
export const workspaces = (): readonly Index[] =>
  [...byRepository(claudeAgents).values()].map((files) =>
    indexOf(
      files.flatMap((real) => tiesOf(agentOf(real.file, format, placed(real)), unknownWorkspace) ?? []),
      where,
    ),
  );

/** The skills and commands of each repository that has some, as if all of them were of one project. */
export const skillWorkspaces = (): readonly Index[] =>
  [...byRepository(realFiles.filter(({ kind }) => kind !== 'agent')).values()].map((files) => {
    // Of a skill that is there twice, one can be in the project.
    const texts = new Map(files.map((real) => [placedSkill(real), real.text]));
    return indexOf(
      [...texts].flatMap(([path, text]) => indexedOf(path, text, unknownWorkspace)),
      where,
    );
  });

/** A skill keeps its folder, which is its name, and a command all folders, so that no name is there twice. */
const placedSkill = ({ sourcePath, kind }: RealFile): string =>
  kind === 'skill'
    ? `/r/.claude/skills/${sourcePath.split('/').slice(-2).join('/')}`
    : `/r/.claude/commands/${sourcePath}`;

function byRepository(files: readonly RealFile[]): ReadonlyMap<string, readonly RealFile[]> {
  const found = new Map<string, RealFile[]>();
  for (const real of files) {
    const repository = real.path.split('/')[1] ?? '';
    found.set(repository, [...(found.get(repository) ?? []), real]);
  }
  return found;
}
