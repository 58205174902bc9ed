/** How the agents, skills and MCP servers of Claude Code find each other. */

import { jsonEntries, jsonEntry } from '../../syntax/jsonEntries';
import { memo } from '../../text/memo';
import type { ServerRead, Together } from '../together';
import { MANIFEST, pluginPrefix } from './manifest';
import { claudeCodeSkills } from './skillFiles';
import { claudeCodeSkillFile } from './skillText';

/** The servers that a configuration file declares. */
function serversIn(text: string): readonly ServerRead[] {
  const servers = jsonEntry(jsonEntries(text), 'mcpServers')?.value;
  return servers?.kind === 'mapping' ? servers.entries.map(({ key, keySpan }) => ({ name: key, span: keySpan })) : [];
}

export const claudeCodeTogether: Together = {
  folder: '.claude',
  userFolderVariable: 'CLAUDE_CONFIG_DIR',
  inner: ['agents', 'skills', 'commands'],
  // As recorded: case, spaces, dashes and underscores make no difference, and compatible characters are the same.
  foldName: memo(1 << 18, (name) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\p{Pd}]/gu, ''),
  ),
  callArgument: 'subagent_type',
  plugins: { file: MANIFEST, prefixOf: pluginPrefix },
  skills: claudeCodeSkills,
  servers: [
    { files: ['**/.mcp.json'], depth: 1, read: serversIn },
    { files: ['**/.claude/settings.json', '**/.claude/settings.local.json'], depth: 2, read: serversIn },
  ],
  writtenSkill: claudeCodeSkillFile,
  builtInSkills: [],
};
