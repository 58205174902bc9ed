/** The context of an offset, for every spelling of frontmatter. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { contextAt } from '../../server/core/features/cursorContext';
import { document } from '../../server/core/text/document';
import { atCursor, format, withFrontMatter } from '../agent';

/** [what is written, kind of place, the text that a completion would replace] */
const table: readonly (readonly [string, string, string])[] = [
  ['$0', 'start', ''],
  ['-$0--\nname: a\n---\n', 'delimiter', '---'],
  ['---\nname: a\n--$0-\nHi', 'delimiter', '---'],
  ['---\n$0\n---\n', 'key', ''],
  ['---\nna$0me: a\n---\n', 'key', 'name'],
  ['---\nname: a\nto$0\n---\n', 'key', 'to'],
  ['---\nname: a\n$0\n---\n', 'key', ''],
  [
    document`
      ---
      name: a
      $0
      tools: Read
      ---
      `,
    'key',
    '',
  ],
  ['---\nname: a$0\n---\n', 'value', 'a'],
  ['---\nname:$0\n---\n', 'value', ''],
  ['---\nname: $0\n---\n', 'value', ''],
  ['---\nmodel: "son$0net"\n---\n', 'value', 'sonnet'],
  [withFrontMatter('tools: $0'), 'item', ''],
  [withFrontMatter('tools: Read, $0'), 'item', ''],
  [withFrontMatter('tools: Read, Ed$0, Bash'), 'item', 'Ed'],
  [withFrontMatter('tools: Read,$0'), 'item', ''],
  [withFrontMatter('tools: [$0]'), 'item', ''],
  [withFrontMatter('tools: [Read, $0]'), 'item', ''],
  [withFrontMatter('tools: [Read, "Ed$0"]'), 'item', 'Ed'],
  [withFrontMatter('tools:\n  - Re$0'), 'item', 'Re'],
  [withFrontMatter('tools:\n  - Read\n  - $0'), 'item', ''],
  [withFrontMatter('tools:\n  - Read\n  -$0'), 'item', ''],
  [withFrontMatter('tools:\n- Read\n- $0'), 'item', ''],
  [withFrontMatter('tools: Read\n# a no$0te'), 'comment', ''],
  [withFrontMatter('tools: Read # a no$0te'), 'comment', ''],
  [withFrontMatter('hooks:\n  $0Stop: x'), 'nested', 'Stop'],
  ['---\nname: a\n---\n## Ro$0le\n', 'heading', 'Role'],
  ['---\nname: a\n---\n## $0\n', 'heading', ''],
  ['---\nname: a\n---\n##$0', 'heading', ''],
  [
    document`
      ---
      name: a
      ---
      \`\`\`yaml
      # no $0heading
      \`\`\`
      `,
    'fence',
    '```yaml\n# no heading\n```',
  ],
  ['---\nname: a\n---\nSee `Ba$0sh`.\n', 'reference', 'Bash'],
  ['---\nname: a\n---\nJust pro$0se.\n', 'prose', ''],
];

describe('cursorContext', () => {
  for (const [marked, kind, replaced] of table) {
    it(`${JSON.stringify(marked)} is ${kind}`, () => {
      const { file, text, offset } = atCursor(marked);
      const place = contextAt(agentOf(file, format), offset);
      assert.equal(place.kind, kind);
      assert.equal(text.slice(place.span.start, place.span.end), replaced);
    });
  }

  it('sees a half-typed key although it makes the YAML invalid', () => {
    const { file, offset } = atCursor(document`
      ---
      name: a
      description: Does a thing.
      mod$0
      tools: Read
      ---
      `);
    assert.equal(contextAt(agentOf(file, format), offset).kind, 'key');
  });

  it('stays in a block scalar whose lines look like keys', () => {
    const { file, offset } = atCursor(document`
      ---
      name: a
      description: |
        Context: x
        user: $0y
      model: opus
      ---
      `);
    const place = contextAt(agentOf(file, format), offset);
    assert.equal(place.kind, 'value');
  });

  it('answers for every offset of a file', () => {
    const { file, text } = atCursor(
      withFrontMatter('tools: [Read, "Bash(git:*)"]\nhooks:\n  Stop:\n    - hooks: []\n$0'),
    );
    for (let offset = 0; offset <= text.length; offset++) {
      const { span } = contextAt(agentOf(file, format), offset);
      assert.ok(span.start <= span.end && span.end <= text.length);
    }
  });
});
