/** How the agents, skills and MCP servers of Claude Code find each other. */

import { memo } from '../../text/memo';
import type { Together } from '../together';
import { MANIFEST, pluginPrefix } from './manifest';
import { SERVERS, serversIn, serversOfPlugin } from './serverFiles';
import { claudeCodeServers } from './serverTypes';
import { claudeCodeSkillGates, claudeCodeSkills } from './skillFiles';
import { changesListing } from './skillListing';
import { claudeCodeSkillFile } from './skillText';

const settingsFiles = ['**/.claude/settings.json', '**/.claude/settings.local.json'];

/** Names that Claude Code keeps for servers of its own, as names of tools contain them. */
const reserved = claudeCodeServers.reserved.map((name) => name.replace(/[^\w-]/g, '_'));

export const claudeCodeTogether: Together = {
  folder: '.claude',
  userFolderVariable: 'CLAUDE_CONFIG_DIR',
  inner: ['agents', 'skills', 'commands'],
  winsInTree: 'last',
  // As recorded: case, spaces, dashes and underscores make no difference, and compatible characters are the same.
  foldName: memo(1 << 18, (name) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\p{Pd}]/gu, ''),
  ),
  foldIgnores: 'case, spaces, dashes and underscores',
  subagentsSeeAgents: false,
  mentions: true,
  callArgument: 'subagent_type',
  plugins: {
    file: MANIFEST,
    prefixOf: pluginPrefix,
    hasFixedWinner: false,
    servers: { file: SERVERS, read: serversOfPlugin },
  },
  skills: claudeCodeSkills,
  listing: [{ files: settingsFiles, depth: 2, changes: changesListing }],
  servers: [
    { files: [`**/${SERVERS}`], depth: 1, read: serversIn },
    { files: settingsFiles, depth: 2, read: serversIn },
  ],
  // Those that recorded runs load or name. Some are commands that only the user can start, but their names are known.
  builtInSkills: ['clear', 'code-review', 'compact', 'dataviz', 'help', 'init', 'review'],
  skillGates: claudeCodeSkillGates,
  writtenSkill: claudeCodeSkillFile,
  comesAlong: (server) => /^(?:plugin_|claude_ai_|ide$)/i.test(server) || reserved.includes(server),
  newServers: (name) => ({
    path: SERVERS,
    text: `${JSON.stringify({ mcpServers: { [name]: { command: '', args: [] } } }, undefined, 2)}\n`,
  }),
};
