/** Rule: a hook matcher that matches no tool, or almost every tool. */

import { entryByRole } from '../agent/fields';
import { replaceWord } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import type { Format } from '../hosts/host';
import { type MatcherFault, matcherFault } from '../hosts/matchers';
import { yamlText } from '../syntax/frontMatter/yamlText';
import type { Entry, Scalar, Value } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const hookMatcher: Rule = {
  id: 'hook-matcher',
  title: 'Hook matcher that matches no tool',
  why: 'A hook with such a matcher never runs, so a guard guards nothing. A matcher is the name of a tool, several names with `|` between them, or a regular expression over names.',
  kinds: ['agent', 'skill', 'command', 'settings'],
  severity: 'warning',
  perReader: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PostToolUse:
            - matcher: Bash(git *)
                       ^^^^^^^^^^^ hook-matcher
              hooks: [{ type: command, command: make }]
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PostToolUse:
            - matcher: Bash
              hooks: [{ type: command, command: make }]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PreToolUse:
            - matcher: bash
                       ^^^^ hook-matcher
              hooks: [{ type: command, command: ./check.sh }]
            - matcher: "[Bash, Write]"
                       ^^^^^^^^^^^^^^^ hook-matcher
              hooks: [{ type: command, command: ./check.sh }]
            - matcher: (Bash|Edit
                       ^^^^^^^^^^ hook-matcher
              hooks: [{ type: command, command: ./check.sh }]
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          PreToolUse:
            - matcher: Bash
              hooks: [{ type: command, command: ./check.sh }]
            - matcher: Bash|Write
              hooks: [{ type: command, command: ./check.sh }]
            - matcher: Bash|Edit
              hooks: [{ type: command, command: ./check.sh }]
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
        hooks:
          PostToolUse:
            - matcher: Edit|Notebook(Edit|Read)|Bash(.*)
              hooks: [{ type: command, command: make, if: Bash(git *) }]
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const { hooks } = format;
    if (hooks === undefined) return;
    const value = entryByRole(agent, 'events')?.value;
    for (const event of entriesOf(value).filter(({ key }) => hooks.matchesTools.includes(key))) {
      for (const matcher of event.value.kind === 'sequence' ? event.value.items.flatMap(matchersIn) : []) {
        const fault = matcherFault(matcher.text, format);
        if (fault !== undefined) yield finding(matcher, fault, format);
      }
    }
  },
};

const entriesOf = (value: Value | undefined): readonly Entry[] => (value?.kind === 'mapping' ? value.entries : []);

const matchersIn = ({ value }: { readonly value: Value }): readonly Scalar[] =>
  entriesOf(value).flatMap((entry) => (entry.key === 'matcher' && entry.value.kind === 'scalar' ? [entry.value] : []));

function finding({ text, span }: Scalar, { matches, part, why, meant }: MatcherFault, { notation }: Format): Finding {
  const what =
    part !== undefined
      ? `${quoted(part)} in this matcher matches no tool`
      : `${quoted(text)} matches ${matches === 'all' ? 'almost every tool' : 'no tool, so the hook never runs'}`;
  const instead = meant === undefined ? 'Write names of tools, with `|` between them.' : `Write \`${meant}\`.`;
  const written = meant === undefined ? undefined : notation === 'json' ? JSON.stringify(meant) : yamlText(meant, true);
  return {
    span,
    message: `${what}: ${why}. ${instead}`,
    // The hook starts to run for other tools, so the fix is never applied automatically.
    ...(meant === undefined || written === undefined
      ? {}
      : {
          fixes: [replaceWord(text, meant, span, written)],
        }),
  };
}
