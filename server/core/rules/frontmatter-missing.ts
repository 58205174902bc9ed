/** Rule: an agent file without frontmatter. */

import type { Agent } from '../agent/agent';
import { fieldByRole } from '../hosts/lookup';
import { nounOf } from '../hosts/nouns';
import { enclosingDashes } from '../repair/bareFields';
import { problemsOf } from '../syntax/problems';
import { document } from '../text/document';
import { type Fix, insertAt } from '../text/edits';
import { baseNameOf, isNoteName, slugOf } from '../text/paths';
import { lineEndOf } from '../text/source';
import { matchesGlob } from '../workspace/glob';
import { promptKinds, type Rule } from './rule';

export const frontmatterMissing: Rule = {
  id: 'frontmatter-missing',
  title: 'Agent file without frontmatter',
  why: 'The name and the description of an agent are in the frontmatter: YAML between two lines of three dashes at the top of the file. A file without frontmatter is not an agent.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
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
    {
      path: '.claude/agents/reviewer.md',
      text: document`
        name: reviewer
        ^^^^^^^^^^^^^^ frontmatter-missing
        description: Reviews a diff before it is committed.
        tools: Read
        ---

        You are a code reviewer.
        `,
      fixed: document`
        ---
        name: reviewer
        description: Reviews a diff before it is committed.
        tools: Read
        ---

        You are a code reviewer.
        `,
    },
    {
      path: '.claude/agents/README.md',
      text: document`
        These are the agents of this repository.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ frontmatter-missing
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
  ],
  *check(agent) {
    const { file } = agent;
    // The host may see more than we do, or needs no frontmatter.
    if (agent.reading().kind === 'read' || agent.format.mayBePlain === true) return;
    const { note, noFrontMatter } = agent.format.on;
    const aside = note?.aside;
    const isAside = aside !== undefined && (isNoteName(agent.path) || isBelow(agent));
    const { says, severity } = note === undefined ? noFrontMatter : isAside ? { ...note, severity: aside } : note;
    for (const problem of problemsOf(file, 'frontmatter-missing')) {
      yield {
        span: problem.span,
        // An empty file is one that a person has only just created.
        severity: file.source.text.trim() === '' ? 'hint' : severity,
        message: `Missing frontmatter: ${agent.format.host.name} ${says}. ${isAside ? 'If it is meant as one, start' : 'Start'} the file with a \`---\` line, the ${nounOf(agent.format)}'s fields and another \`---\` line.`,
        // A note gets no fix that makes it an agent.
        fixes: isAside ? [] : [frontMatterFix(agent, problem.span.start)],
      };
    }
  },
};

/** Whether the file is in a folder below the host's folder of agents: the same name two folders up would be an agent too. */
function isBelow({ path, format }: Agent): boolean {
  const folders = path?.split('/').slice(0, -2) ?? [];
  return folders.length > 0 && format.files.some((glob) => matchesGlob([...folders, 'a.md'].join('/'), glob));
}

/** Fields that are already there are kept: without them, the agent would have other limits than the file says. */
function frontMatterFix(agent: Agent, at: number): Fix {
  const edits = enclosingDashes(agent, at);
  return edits === undefined
    ? insertFrontMatter(agent, at)
    : { title: 'Put the fields between lines of dashes', safe: false, edits };
}

function insertFrontMatter({ file: { source }, format, path, verdict }: Agent, at: number): Fix {
  const end = lineEndOf(source);
  const identity = fieldByRole(format, 'identity');
  const purpose = fieldByRole(format, 'purpose');
  const lines = ['---'];
  // A host that loads such a file has its own way from the file name to the name.
  const name = verdict()?.name ?? baseNameOf(path) ?? '';
  if (identity !== undefined) lines.push(`${identity.key}: ${slugOf(name) ?? nounOf(format)}`);
  if (purpose !== undefined) lines.push(`${purpose.key}: Use this ${nounOf(format)} when …`);
  return {
    title: 'Insert frontmatter',
    safe: false,
    edits: [insertAt(at, [...lines, '---', '', ''].join(end))],
  };
}
