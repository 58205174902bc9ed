/** Rule: a colon and a blank inside a value without quotes. */

import { faultFindings } from '../findings/yamlFindings';
import type { Rule } from './rule';

export const yamlColon: Rule = {
  id: 'yaml-colon',
  title: 'A colon inside an unquoted value',
  why: 'A colon with a blank behind it begins a map in YAML, so the whole header is invalid. Claude Code repairs one-line values of top-level keys whose lines end in LF by quoting them; longer values, nested ones and lines that end in CRLF lose the agent. Stricter readers of the file lose it always.',
  severity: 'error',
  bad: [
    {
      text: '---\nname: a\ndescription: Use this: when things break.\n                     ^^ yaml-colon\n---\nHi\n',
      fixed: "---\nname: a\ndescription: 'Use this: when things break.'\n---\nHi\n",
    },
    {
      text: "---\nname: a\ndescription: It's for this: a \\n b\n                          ^^ yaml-colon\n---\nHi\n",
      fixed: "---\nname: a\ndescription: 'It''s for this: a \\n b'\n---\nHi\n",
    },
    {
      text: '---\nname: a\ndescription: Use this when\n  things break: badly.\n              ^^ yaml-colon\ntools: Read\n---\nHi\n',
      fixed: '---\nname: a\ndescription: |-\n  Use this when\n  things break: badly.\ntools: Read\n---\nHi\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: "Use this: when things break."\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: |\n  Use this: when things break.\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: See https://example.com at 12:30.\n---\nHi\n',
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'colon', {
      what: 'A colon with a blank behind it begins a map in YAML, also in the middle of this value',
      instead: 'Put the value in quotes, or turn it into an indented block (`|`).',
    }),
};
