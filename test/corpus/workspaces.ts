/** Each repository of the corpus as one workspace. */
import { agentOf } from '../../server/core/agent/agent';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { tiesOf } from '../../server/core/workspace/ties';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { format } from '../agent';
import { claudeAgents, type RealFile } from './realFiles';

/** Where a session reads the agent, whatever the folder in its repository is. */
const placed = ({ sourcePath }: RealFile): string =>
  `/r/${sourcePath.includes('.claude/agents/') ? '' : '.claude/agents/'}${sourcePath}`;

export function workspaces(): readonly Index[] {
  const byRepository = new Map<string, RealFile[]>();
  for (const real of claudeAgents) {
    const repository = real.path.split('/')[1] ?? '';
    byRepository.set(repository, [...(byRepository.get(repository) ?? []), real]);
  }
  return [...byRepository.values()].map((files) =>
    indexOf(
      files.flatMap((real) => tiesOf(agentOf(real.file, format, placed(real)), unknownWorkspace) ?? []),
      { user: [], repositories: ['/r'] },
    ),
  );
}
