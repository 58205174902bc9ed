/** How the agents of OpenCode and Kilo find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';
import { kiloKeys, openCodeKeys } from './configs';
import { placesOf } from './declared';
import { kiloAgent } from './kiloCode';
import { openCodeAgent } from './openCode';

const common = {
  inner: ['agent', 'agents', 'mode', 'modes'],
  winsInTree: 'last',
  outerWins: true,
  merges: true,
  subagentsSeeAgents: true,
} as const;

export const openCodeTogether: Together = {
  ...common,
  folder: '.opencode',
  userFolders: ['.config/opencode', '.opencode'],
  declared: placesOf({
    agent: openCodeAgent,
    names: ['opencode.json', 'opencode.jsonc'],
    folders: ['.opencode'],
    keys: openCodeKeys,
    checks: true,
  }),
};

export const kiloTogether: Together = {
  ...common,
  folder: '.kilo',
  otherFolders: ['.kilocode'],
  userFolders: ['.config/kilo', '.kilo', '.kilocode'],
  declared: placesOf({
    agent: kiloAgent,
    names: ['kilo.json', 'kilo.jsonc'],
    folders: ['.kilo', '.kilocode'],
    keys: kiloKeys,
    checks: false,
  }),
  rankInTree: (path) => (/(?:^|\/)\.kilocode\//.test(path) ? 1 : 0),
};
