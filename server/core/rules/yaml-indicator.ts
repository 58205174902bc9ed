/** Rule: a value that begins with a character which means something to YAML. */

import { faultFindings } from '../findings/yamlFindings';
import type { Rule } from './rule';

export const yamlIndicator: Rule = {
  id: 'yaml-indicator',
  title: 'A value begins with a character of YAML',
  why: 'An unquoted value cannot begin with `*`, `&`, `!`, `@`, `%`, a backtick, a bracket or a brace unless what follows is what YAML expects there. Claude Code repairs one-line values of top-level keys whose lines end in LF by quoting them; stricter readers reject the header.',
  severity: 'error',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: *\n       ^ yaml-indicator\n---\nHi\n',
      fixed: "---\nname: a\ndescription: Does a thing.\ntools: '*'\n---\nHi\n",
    },
    {
      text: '---\nname: a\ndescription: @team asks.\n             ^ yaml-indicator\n---\nHi\n',
      fixed: "---\nname: a\ndescription: '@team asks.'\n---\nHi\n",
    },
    {
      text: '---\nname: a\ndescription: [draft] does a thing.\n             ^ yaml-indicator\n---\nHi\n',
      fixed: "---\nname: a\ndescription: '[draft] does a thing.'\n---\nHi\n",
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: "@team asks."\ntools: [Read, Edit]\n---\nHi\n',
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'indicator', {
      what: 'A value without quotes cannot begin with this character here',
      instead: 'Put the value in quotes.',
    }),
};
