/** Rule: an agent file without frontmatter. */

import type { Agent } from '../agent/agent';
import { fieldByRole } from '../hosts/lookup';
import { problemsOf } from '../syntax/problems';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { baseNameOf, isNoteName, slugOf } from '../text/paths';
import { lineEndOf } from '../text/source';
import { span } from '../text/span';
import type { Rule } from './rule';

export const frontmatterMissing: Rule = {
  id: 'frontmatter-missing',
  title: 'Agent file without frontmatter',
  why: 'The name and the description of an agent are in the frontmatter: YAML between two lines of three dashes at the top of the file. A file without frontmatter is not an agent.',
  severity: 'error',
  bad: [
    {
      path: '.claude/agents/reviewer.md',
      text: document`
        You are a code reviewer.
        ^^^^^^^^^^^^^^^^^^^^^^^^ frontmatter-missing
        Read the diff first.
        `,
      fixed: document`
        ---
        name: reviewer
        description: Use this agent when …
        ---

        You are a code reviewer.
        Read the diff first.
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: reviewer
        description: Reviews a diff before it is committed.
        ---

        You are a code reviewer.
        `,
    },
    { path: '.claude/agents/README.md', text: 'These are the agents of this repository.\n' },
  ],
  *check(agent) {
    const { file } = agent;
    const { note, noFrontMatter } = agent.format.on;
    if (isNoteName(agent.path) && note === undefined) return;
    const effect = isNoteName(agent.path) ? (note ?? noFrontMatter) : noFrontMatter;
    for (const problem of problemsOf(file, 'frontmatter-missing')) {
      yield {
        span: problem.span,
        // An empty file is one that a person has only just created.
        severity: file.source.text.trim() === '' ? 'hint' : effect.severity,
        message: `Missing frontmatter: ${agent.format.host.name} ${effect.says}. Start the file with a \`---\` line, the agent's fields and another \`---\` line.`,
        fixes: [insertFrontMatter(agent, problem.span.start)],
      };
    }
  },
};

function insertFrontMatter({ file: { source }, format, path }: Agent, at: number): Fix {
  const end = lineEndOf(source);
  const identity = fieldByRole(format, 'identity');
  const purpose = fieldByRole(format, 'purpose');
  const lines = ['---'];
  if (identity !== undefined) lines.push(`${identity.key}: ${slugOf(baseNameOf(path) ?? '') ?? 'agent'}`);
  if (purpose !== undefined) lines.push(`${purpose.key}: Use this agent when …`);
  return {
    title: 'Insert frontmatter',
    safe: false,
    edits: [{ span: span(at, at), newText: [...lines, '---', '', ''].join(end) }],
  };
}
