/** Rule: a key that is indented although its neighbours are not. */

import { faultFindings } from '../findings/yamlFindings';
import type { Rule } from './rule';

export const yamlIndent: Rule = {
  id: 'yaml-indent',
  title: 'A key is indented',
  why: 'A key with more blanks before it than the key above belongs to the value above, which makes the header invalid. No repair of Claude Code saves it.',
  severity: 'error',
  bad: [
    {
      text: '---\nname: a\n description: Does a thing.\n^ yaml-indent\ntools: Read\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read\n---\nHi\n',
    },
    {
      text: '---\n  name: a\n^^ yaml-indent\ndescription: Does a thing.\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\nHi\n',
    },
  ],
  good: [
    {
      text: '---\n  name: a\n  description: Does a thing.\n---\nHi\n',
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'indent', {
      what: 'The key is indented, so YAML takes it for a part of what stands above',
      instead: 'Move it to the left margin.',
    }),
};
