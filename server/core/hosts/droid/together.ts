/** How custom droids find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

export const droidTogether: Together = {
  folder: '.factory',
  inner: ['droids'],
  winsInTree: 'last',
  subagentsSeeAgents: true,
  callArgument: 'subagent_type',
};
