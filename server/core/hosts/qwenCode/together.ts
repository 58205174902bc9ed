/** How the agents of Qwen Code find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

export const qwenCodeTogether: Together = {
  folder: '.qwen',
  inner: ['agents'],
  readsOnlyOwnFolder: true,
  winsInTree: 'first',
  sameName: (name) => name.toLowerCase(),
  subagentsSeeAgents: true,
  callArgument: 'subagent_type',
};
