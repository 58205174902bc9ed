/** Files to start with, each with problems that people really have. */
import type { Subject } from '../../server/playground/messages';

/** A file, and what it shows. */
export interface Example extends Subject {
  readonly title: string;
}

export const examples: readonly Example[] = [
  {
    title: 'Subagent with removed and unknown tools',
    path: '.claude/agents/code-reviewer.md',
    text: `---
name: code-reviewer
description: Reviews pull requests for bugs, missing tests and unclear names. Use after every change.
tools: Read, Grep, Edit, MultiEdit, LS, WebSerch
model: sonnet
color: magenta
---

# Code reviewer

You review the changes of a pull request and report what you find.

## Steps

1. Run \`git diff main\` with Bash to see what changed.
2. Read each changed file completely.
3. Search the repository with \`Grep\` for callers of changed functions.

## Access restrictions

- Never edit a file.
`,
  },
  {
    title: 'Frontmatter that is not valid YAML',
    path: '.gemini/agents/release-notes.md',
    text: `---
name: release-notes
description: Writes release notes: what changed, for whom, and what to do.
tools:
  - read_file
  - glob
max_turn: 12
---

Read the commits since the last tag and write the release notes.
Say for each change who notices it.
`,
  },
  {
    title: 'Skill',
    path: '.claude/skills/database-migration/SKILL.md',
    text: `---
name: Database Migration
description: Writes a migration, and checks that it can be rolled back.
allowed-tools: Read, Write, Bash(npm run migrate:*)
disable-model-invocation: yes
---

Write the migration first, then the way back. Run both on a copy of the database.
`,
  },
  {
    title: 'Agent in TOML',
    path: '.codex/agents/tester.toml',
    text: `name = "tester"
description = "Writes tests for a change, and runs them."
sandbox_mode = "workspace"
model_reasoning_effort = "high"
developer_instructions = """
Write a test that fails first. Then make it pass.
"""
`,
  },
  {
    title: 'Agent with permissions',
    path: '.opencode/agent/docs-writer.md',
    text: `---
description: Keeps the documentation true when the code changes.
mode: subagent
permission:
  edit: allow
  bash: never
  webfetch: deny
tools:
  write: true
---

Compare each page in \`docs/\` with the code it describes, and correct what is no longer true.
`,
  },
];
