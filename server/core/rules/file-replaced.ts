/** Rule: a file that the host never loads, because another one is there in its place. */
import { nounOf } from '../hosts/nouns';
import { document } from '../text/document';
import { shortPath } from '../text/paths';
import { quotedPath } from '../text/quoted';
import { span } from '../text/span';
import type { Rule } from './rule';

const text = document`
  ---
  description: Deploys the app.
  ---
  Deploy it.
  `;

export const fileReplaced: Rule = {
  id: 'file-replaced',
  title: 'Another file is loaded instead',
  why: 'Two kinds of files can have the same name, and a host loads only one of them. Changes of the other one have no effect.',
  severity: 'warning',
  kinds: ['command'],
  asksAboutFiles: true,
  bad: [
    {
      path: '/w/.claude/commands/deploy.md',
      format: 'claude-code-command',
      text: document`
        ---
        ^^^ file-replaced
        description: Deploys the app.
        ---
        Deploy it.
        `,
      others: { '/w/.claude/skills/deploy/SKILL.md': text },
    },
  ],
  good: [
    {
      path: '/w/.claude/commands/deploy.md',
      format: 'claude-code-command',
      text,
      others: { '/w/.claude/skills/release/SKILL.md': text, '/w/pkg/.claude/skills/deploy/SKILL.md': text },
    },
    {
      path: '/w/.claude/commands/team/deploy.md',
      format: 'claude-code-command',
      text,
      others: { '/w/.claude/skills/deploy/SKILL.md': text },
    },
  ],
  *check({ file: { frontMatter }, format, path }, { workspace }) {
    const other = path === undefined ? undefined : format.replacedBy?.(path);
    if (path === undefined || other === undefined || workspace.presence(other) !== 'present') return;
    yield {
      span: frontMatter?.opener ?? span(0, 0),
      message: `${format.host.name} never loads this ${nounOf(format)}, because ${quotedPath(shortPath(other, path))} has the same name. Rename or remove one of them.`,
    };
  },
};
