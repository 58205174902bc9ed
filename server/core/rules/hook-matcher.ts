/** Rule: a permission rule as the matcher of a hook. */

import { entryByRole } from '../agent/fields';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import type { Entry, Scalar, Value } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const hookMatcher: Rule = {
  id: 'hook-matcher',
  title: 'Permission rule as a hook matcher',
  why: 'A hook matcher is a tool name, or a regular expression over tool names. A permission rule such as `Bash(git *)` matches no tool, so the hook never runs.',
  severity: 'information',
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
    const value = entryByRole(agent, 'events')?.value;
    for (const event of entriesOf(value)) {
      for (const matcher of event.value.kind === 'sequence' ? event.value.items.flatMap(matchersIn) : []) {
        const name = ruleIn(matcher.text, format);
        if (name === undefined) continue;
        yield {
          span: matcher.span,
          message: `${quoted(matcher.text)} matches no tool: a matcher is a tool name or a regular expression, without arguments. Write \`${name}\`, and put the rule under \`if\` in the hook.`,
        };
      }
    }
  },
};

const entriesOf = (value: Value | undefined): readonly Entry[] => (value?.kind === 'mapping' ? value.entries : []);

const matchersIn = ({ value }: { readonly value: Value }): readonly Scalar[] =>
  entriesOf(value).flatMap((entry) => (entry.key === 'matcher' && entry.value.kind === 'scalar' ? [entry.value] : []));

/** The tool of the first alternative that is a permission rule such as `Tool(argument)`, not a group of a regular expression. */
function ruleIn(text: string, format: Format): string | undefined {
  for (const part of text.split('|').slice(0, 20)) {
    const open = part.indexOf('(');
    const name = part.slice(0, Math.max(0, open)).trim();
    const argument = part.slice(open + 1);
    if (open > 0 && lookup(format.tools, name) !== undefined && /^\*|[ :/]/.test(argument)) return name;
  }
  return undefined;
}
