/** Code blocks that end at a nested fence: which fence is reported, and which code blocks its fix gives. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blocksOf, fixed, reported, textOf } from './fenceTexts';

interface Nested {
  readonly what: string;
  readonly body: readonly string[];
  readonly found: readonly string[];
  /** The code blocks after all fixes. */
  readonly blocks: readonly string[];
}

const nested: readonly Nested[] = [
  {
    what: 'an inner code block with a language',
    body: ["'''markdown", '# Report', '', "'''bash", 'make', "'''", '', '## End', "'''", '', 'Done.'],
    found: ['fence-nested 1'],
    blocks: ['1-9'],
  },
  {
    what: 'a bare inner code block below an announcement',
    body: ["'''markdown", '# Report', '', 'Tree:', "'''", 'src', "'''", '', '## End', "'''", '', 'Done.'],
    found: ['fence-nested 1'],
    blocks: ['1-10'],
  },
  {
    what: 'a bare inner code block below a heading, then one with a language',
    body: ["'''md", '## Tree', "'''", 'src', "'''", '## Run', "'''sh", 'make', "'''", '## End', "'''", '', 'Done.'],
    found: ['fence-nested 1'],
    blocks: ['1-11'],
  },
  {
    what: 'a bare inner code block that is indented in a bare one',
    body: ["'''", '1. Run:', '', "   '''", '   make', "   '''", '', '2. Stop.', "'''", '', 'Done.'],
    found: ['fence-nested 1'],
    blocks: ['1-9'],
  },
  {
    what: 'a template at the end of the body, then nothing',
    body: ["'''", '## Report', "'''js", 'a()', "'''", "'''"],
    found: ['fence-nested 1'],
    blocks: ['1-6'],
  },
  {
    what: 'two templates, where the first one hides the opening fence of the second one',
    body: [
      "'''md",
      "'''js",
      'a()',
      "'''",
      "'''",
      '',
      '### Next',
      "'''md",
      '# B',
      "'''js",
      'b()',
      "'''",
      "'''",
      '',
      'Done.',
    ],
    found: ['fence-nested 1', 'fence-nested 8'],
    blocks: ['1-5', '8-13'],
  },
  {
    what: 'a template in tildes',
    body: ['~~~md', '# A', '', '~~~js', 'a()', '~~~', '', '~~~', '', 'Done.'],
    found: ['fence-nested 1'],
    blocks: ['1-8'],
  },
  {
    what: 'a template in a list item',
    body: [
      '1. Write:',
      "   '''markdown",
      '   # A',
      '',
      "   '''js",
      '   a()',
      "   '''",
      '',
      '   End.',
      "   '''",
      '',
      'Done.',
    ],
    found: ['fence-nested 2'],
    blocks: ['2-10'],
  },
  {
    what: 'an outer fence that is long enough',
    body: ["''''markdown", '# A', '', "'''", 'a', "'''", '', 'Tree:', "'''", 'src', "'''", '', "''''", '', 'Done.'],
    found: [],
    blocks: ['1-13'],
  },
  {
    what: 'a text between two code blocks that touches both',
    body: ["'''bash", 'make', "'''", 'Then wait:', "'''", 'done', "'''", '', 'Done.'],
    found: [],
    blocks: ['1-3', '5-7'],
  },
  {
    what: 'a closing fence below a line with a colon',
    body: ["'''yaml", 'a:', "'''", 'Then wait.', '', "'''yaml", 'b:', "'''", '', 'Done.'],
    found: [],
    blocks: ['1-3', '6-8'],
  },
  {
    what: 'bare code blocks with blank lines inside',
    body: ["'''", '', 'src', '', "'''", '', 'Then:', '', "'''", '', 'dist', '', "'''", '', 'Done.'],
    found: [],
    blocks: ['1-5', '9-13'],
  },
];

describe('a code block ended by a nested fence', () => {
  for (const { what, body, found, blocks } of nested) {
    it(what, () => {
      const text = textOf(...body);
      assert.deepEqual(reported(text), found);
      const after = fixed(text);
      assert.deepEqual(blocksOf(after), blocks);
      assert.deepEqual(reported(after), []);
      assert.equal(fixed(after), after);
    });
  }
});
