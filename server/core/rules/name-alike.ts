/** Rule: a name that differs from another one only in its spelling, so that calls in a third spelling fail. */
import { document } from '../text/document';
import { shortPath } from '../text/paths';
import { quoted, quotedPath } from '../text/quoted';
import { togetherOf } from '../workspace/tree';
import type { Rule } from './rule';

export const nameAlike: Rule = {
  id: 'name-alike',
  title: 'Name differs only in spelling',
  why: 'A host may accept other spellings of an exact name, in another case or with other separators. When two names differ only in that, calls in a third spelling fail, and readers and models mix them up.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: explore
              ^^^^^^^ name-alike
        description: Explores the code.
        ---
        Hi
        `,
      path: '/w/.claude/agents/explore.md',
    },
    {
      text: document`
        ---
        name: code_reviewer
              ^^^^^^^^^^^^^ name-alike
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/agents/b.md': document`
          ---
          name: Code-Reviewer
          description: Reviews a pull request.
          ---
          Hi
          `,
      },
    },
  ],
  good: [
    {
      text: document`
        ---
        name: reviewer
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/agents/b.md': document`
          ---
          name: reviewers
          description: Reviews a pull request.
          ---
          Hi
          `,
      },
    },
  ],
  *across({ card }, around) {
    const { name, path, nameSpan, format } = card;
    const differences = togetherOf(format)?.foldIgnores;
    const names = around.otherSpellings().slice(0, MOST_SHOWN);
    const [first] = names;
    if (name === undefined || first === undefined || differences === undefined) return;
    const found = names.map((one) => around.agent(one));
    const others = found.flatMap((one) => (one.kind === 'one' ? [one.card] : []));
    const isBuiltIn = around.agent(first).kind === 'built-in';
    const which = isBuiltIn ? `the agent ${quoted(first)} that comes with ${format.host.name}` : quoted(first);
    yield {
      span: nameSpan,
      message: `${quoted(name)} differs from ${which} only in spelling (${differences}), so calls in any other spelling are ambiguous and fail. Choose a name that differs more.`,
      related: others.map((other) => ({
        span: other.nameSpan,
        message: `${quotedPath(shortPath(other.path, path))} has the name ${quoted(other.name ?? '')}.`,
        in: other,
      })),
    };
  },
};

/** Other places of a finding; people read no more of them. */
const MOST_SHOWN = 10;
