/** Rule: two agents whose descriptions say the same, so that nothing tells which of them to choose. */
import { document } from '../text/document';
import { quoted, quotedList } from '../text/quoted';
import type { Rule } from './rule';

const text = (name: string, description: string): string => document`
  ---
  name: ${name}
  description: ${description}
  ---
  Hi
  `;

export const descriptionAlike: Rule = {
  id: 'description-alike',
  title: 'Description like that of another agent',
  why: 'The model chooses an agent by its name and description. Where two say the same, it is chance which one starts.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: code-reviewer
        description: Reviews code changes for correctness, security, performance and readability before a merge.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ description-alike
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/agents/b.md': text(
          'reviewer',
          'Use to review a code change before the merge, for correctness, readability, security and performance.',
        ),
        '/w/.claude/agents/c.md': text('tester', 'Writes tests for new modules and runs the whole suite.'),
      },
    },
  ],
  good: [
    {
      text: text('python-pro', 'Writes idiomatic Python with tests, types and clear error messages, and tunes it.'),
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/agents/b.md': text(
          'rust-pro',
          'Writes idiomatic Rust with tests, types and clear error messages, and tunes it.',
        ),
      },
    },
  ],
  *across({ card }, around) {
    const alike = around.alike();
    if (alike.length === 0) return;
    const names = alike.map(({ name = '' }) => name);
    yield {
      span: card.purposeSpan,
      message: `This description says the same as ${alike.length === 1 ? 'that' : 'those'} of ${quotedList(names)}, so it is chance which agent is chosen. Say in each what only that agent does.`,
      related: alike.map((other) => ({
        span: other.purposeSpan,
        message: `The description of ${quoted(other.name ?? '')}.`,
        in: other,
      })),
    };
  },
};
