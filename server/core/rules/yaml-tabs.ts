/** Rule: tabs in the indentation. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const yamlTabs: Rule = {
  id: 'yaml-tabs',
  title: 'Tabs in the indentation',
  why: 'YAML does not allow tabs in indentation.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools:\n\t- Read\n^ yaml-tabs\n\t- Edit\n---\nHi\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - Edit
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'tabs', 'Replace the tabs with spaces: YAML does not allow tabs for indentation.'),
};
