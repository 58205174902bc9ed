/** Suppression comments: which ones have an effect, and what only looks like one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lint } from '../../server/core/index';
import { document } from '../../server/core/text/document';
import { agent } from '../agent';

/** The rules that report something in a file, each once. */
const rulesIn = (text: string): readonly string[] => [...new Set(lint(agent(text)).findings.map(({ rule }) => rule))];

/** A file with one removed tool, and lines put before that field. */
const inFrontmatter = (...lines: readonly string[]): string =>
  [
    '---',
    'name: a',
    'description: Reviews every change of the code before a merge.',
    ...lines,
    'tools: Read, LS',
    '---',
    'Review.',
    '',
  ].join('\n');

/** The same with other text in the body. */
const inBody = (body: string): string => inFrontmatter().replace('Review.\n', body);

const counts: Readonly<Record<string, string>> = {
  'a YAML comment above the line': inFrontmatter('# agent-authoring-ignore tool-removed'),
  'a YAML comment that is indented': inFrontmatter('  # agent-authoring-ignore tool-removed'),
  'a YAML comment with two hashes': inFrontmatter('## agent-authoring-ignore tool-removed'),
  'a YAML comment after the value': inFrontmatter().replace('LS\n', 'LS # agent-authoring-ignore tool-removed\n'),
  'a YAML comment without rules': inFrontmatter('# agent-authoring-ignore'),
  'a YAML comment with several rules': inFrontmatter('# agent-authoring-ignore name-file, tool-removed'),
  'a YAML comment for the file': inFrontmatter('# agent-authoring-ignore-file tool-removed', 'model: opus'),
  'a YAML comment after a block scalar': inFrontmatter(
    'initialPrompt: |',
    '  Hi',
    '# agent-authoring-ignore tool-removed',
  ),
  'a YAML comment after the mark of a block scalar': inFrontmatter(
    'initialPrompt: | # agent-authoring-ignore-file tool-removed',
    '  Hi',
  ),
  'a YAML comment in a flow list': inFrontmatter().replace(
    'Read, LS',
    '[Read, # agent-authoring-ignore tool-removed\n  LS]',
  ),
  'an HTML comment of its own': inBody('<!-- agent-authoring-ignore-file tool-removed -->\n'),
  'an HTML comment without rules': inBody('<!--agent-authoring-ignore-file-->\n'),
  'an HTML comment in a paragraph': inBody('Review. <!-- agent-authoring-ignore-file tool-removed -->\n'),
  'an HTML comment in a list': inBody('- Review.\n  <!-- agent-authoring-ignore-file tool-removed -->\n'),
  'an HTML comment after a code block': inBody('```\nx\n```\n<!-- agent-authoring-ignore-file tool-removed -->\n'),
};

const newer: Readonly<Record<string, string>> = {
  'for the next line': inFrontmatter('# agent-authoring-disable-next-line tool-removed'),
  'for its own line, without rules': inFrontmatter().replace('LS\n', 'LS # agent-authoring-disable-line\n'),
  'for its own line': inFrontmatter().replace('LS\n', 'LS # agent-authoring-disable-line tool-removed\n'),
  'for the file': inFrontmatter('# agent-authoring-disable-file tool-removed', 'model: opus'),
  'for the file, in the body': inBody('<!-- agent-authoring-disable-file tool-removed -->\n'),
  'with a reason': inFrontmatter('# agent-authoring-disable-next-line tool-removed: tool-case is another rule'),
  'with several rules and a reason': inFrontmatter('# agent-authoring-disable-next-line name-file, tool-removed: old'),
  'without rules but with a reason': inFrontmatter('# agent-authoring-disable-next-line: old'),
  'of the older spelling with a reason': inFrontmatter('# agent-authoring-ignore tool-removed: old'),
  'above another one': inFrontmatter('# agent-authoring-disable-file tool-removed', '# agent-authoring-disable-line x'),
  'beside another one': inBody(
    '<!-- agent-authoring-disable-file a --><!-- agent-authoring-disable-file tool-removed -->\n',
  ),
};

const elsewhere: Readonly<Record<string, string>> = {
  'for the next line, on the line itself': inFrontmatter().replace(
    'LS\n',
    'LS # agent-authoring-disable-next-line tool-removed\n',
  ),
  'for its own line, on the line above': inFrontmatter('# agent-authoring-disable-line tool-removed'),
  'with the rule only in the reason': inFrontmatter('# agent-authoring-disable-next-line tool-case: tool-removed'),
  'in a word that only begins like a mark': inFrontmatter('# agent-authoring-ignored tool-removed'),
  'with another mark': inFrontmatter('# agent-authoring-disable tool-removed', '# agent-authoring-disable-lines'),
};

const looksOnly: Readonly<Record<string, string>> = {
  'a comment two lines above': inFrontmatter('# agent-authoring-ignore tool-removed', 'model: opus'),
  'a comment about another rule': inFrontmatter('# agent-authoring-ignore tool-case'),
  'a hash inside a word': inFrontmatter('initialPrompt: a#agent-authoring-ignore-file tool-removed'),
  'a string in single quotes': inFrontmatter("initialPrompt: 'x # agent-authoring-ignore-file tool-removed'"),
  'a string in double quotes': inFrontmatter('initialPrompt: "# agent-authoring-ignore-file tool-removed"'),
  'a string of two lines': inFrontmatter('initialPrompt: "x', '  # agent-authoring-ignore-file tool-removed"'),
  'a literal block scalar': inFrontmatter('initialPrompt: |', '  x', '  # agent-authoring-ignore-file tool-removed'),
  'a folded block scalar': inFrontmatter('initialPrompt: >-', '  # agent-authoring-ignore-file tool-removed'),
  'a quoted key': inFrontmatter('"x # agent-authoring-ignore-file": 1'),
  'a string inside a list': inFrontmatter('skills:', '  - "x # agent-authoring-ignore-file"'),
  'an HTML comment in the frontmatter': inFrontmatter('initialPrompt: <!-- agent-authoring-ignore-file -->'),
  'a heading': inBody('# agent-authoring-ignore-file tool-removed\n'),
  'a YAML comment in a code block': inBody('```yaml\n# agent-authoring-ignore-file tool-removed\n```\n'),
  'an HTML comment in a code block': inBody('```md\n<!-- agent-authoring-ignore-file tool-removed -->\n```\n'),
  'an HTML comment in a code block inside a list': inBody(
    document`
      - x

        ~~~
        <!-- agent-authoring-ignore-file tool-removed -->
        ~~~
      `,
  ),
  'an HTML comment in indented code': inBody('Review.\n\n    <!-- agent-authoring-ignore-file tool-removed -->\n'),
  'an HTML comment in a code span': inBody('Write `<!-- agent-authoring-ignore-file -->` there.\n'),
  'an HTML comment in a code span of two backticks': inBody('Write `` <!-- agent-authoring-ignore-file --> ``.\n'),
  'an escaped HTML comment': inBody('Write \\<!-- agent-authoring-ignore-file --> there.\n'),
  'a comment that says something else first': inBody('<!-- see agent-authoring-ignore-file -->\n'),
};

describe('a suppression', () => {
  it('has findings to disable in these files', () => {
    assert.ok(rulesIn(inFrontmatter()).includes('tool-removed'));
  });

  for (const [name, text] of Object.entries(counts)) {
    it(`counts in ${name}`, () => assert.ok(!rulesIn(text).includes('tool-removed')));
  }

  for (const [name, text] of Object.entries(newer)) {
    it(`counts ${name}`, () => assert.ok(!rulesIn(text).includes('tool-removed')));
  }

  for (const [name, text] of Object.entries(elsewhere)) {
    it(`does not count ${name}`, () => assert.ok(rulesIn(text).includes('tool-removed')));
  }

  for (const [name, text] of Object.entries(looksOnly)) {
    it(`does not count in ${name}`, () => assert.ok(rulesIn(text).includes('tool-removed')));
  }

  it('counts in frontmatter that is not valid YAML', () => {
    const text = inFrontmatter('# agent-authoring-ignore yaml-colon', 'initialPrompt: Note: this', 'model: opus');
    assert.ok(rulesIn(text.replace('# agent', '# agents')).includes('yaml-colon'));
    assert.ok(!rulesIn(text).includes('yaml-colon'));
  });

  it('of a line also applies to the next line, in the body too', () => {
    const text = (id: string): string =>
      inBody(document`
        ## A

        x

        <!-- agent-authoring-ignore ${id} -->
        ## A

        y
        `);
    assert.ok(rulesIn(text('heading-jump')).includes('heading-duplicate'));
    assert.ok(!rulesIn(text('heading-duplicate')).includes('heading-duplicate'));
  });
});
