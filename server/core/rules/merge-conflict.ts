/** Rule: conflict markers that a merge left in the file. */
import { nounOf } from '../hosts/nouns';
import { conflictsOf } from '../syntax/conflicts';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import { span } from '../text/span';
import { everyKind, type Rule } from './rule';

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  title: 'Unresolved merge conflict',
  why: 'Conflict markers in frontmatter are not valid YAML. In the body, the model reads both versions and the markers.',
  severity: 'error',
  kinds: [...everyKind, 'settings'],
  bad: [
    {
      text: [
        '---',
        'name: a',
        '<<<<<<< HEAD',
        '^^^^^^^^^^^^ merge-conflict',
        'description: Reviews code.',
        '=======',
        'description: Reviews pull requests.',
        '>>>>>>> feature',
        '---',
        'Hi',
        '',
      ].join('\n'),
    },
    {
      text: [
        '---',
        'name: a',
        'description: Does a thing.',
        '---',
        '<<<<<<<',
        '^^^^^^^ merge-conflict',
        'Be brief.',
        '||||||| base',
        'Be exact.',
        '=======',
        'Be thorough.',
        '>>>>>>>',
        '',
      ].join('\n'),
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Title
        =======

        Underlined headings are not a conflict.
        `,
    },
    {
      text: [
        '---',
        'name: a',
        'description: Resolves conflicts.',
        '---',
        'A conflict looks like this:',
        '',
        '```',
        '<<<<<<< HEAD',
        'one',
        '=======',
        'two',
        '>>>>>>> feature',
        '```',
        '',
      ].join('\n'),
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const bodyStart = file.frontMatter?.span.end;
    for (const conflict of conflictsOf(file)) {
      const isInBody = bodyStart !== undefined && conflict.start >= bodyStart;
      const isLost = agent.verdict()?.verdict === 'does-not-load';
      const effect = isInBody
        ? 'The model reads both versions and the markers'
        : isLost
          ? `${format.host.name} does not load the ${nounOf(format)}`
          : `${format.host.name} may use the wrong version`;
      yield {
        span: span(conflict.start, lineFrom(file.source.text, conflict.start).end),
        ...(isInBody || (agent.verdict() !== undefined && !isLost) ? { severity: 'warning' } : {}),
        message: `Unresolved merge conflict. ${effect}. Keep one version and delete the markers.`,
      };
    }
  },
};
