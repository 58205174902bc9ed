/** Sections without a heading: bold lines and tags, by small texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf } from '../../server/core/syntax/body/body';
import { document } from '../../server/core/text/document';
import { textAt } from '../../server/core/text/span';

/** `form level title: text of the span` of each caption. */
const pseudoHeadings = (text: string): readonly string[] =>
  bodyOf(text, 0).pseudoHeadings.map(({ form, level, title, span, heading, titleSpan }) => {
    assert.equal(title, textAt(text, titleSpan));
    assert.ok(heading.start === span.start && titleSpan.start >= heading.start && titleSpan.end <= heading.end);
    return `${form} ${level} ${title}: ${textAt(text, span)}`;
  });

/** Each row: what it shows, the text, its captions. */
const table: readonly (readonly [string, string, readonly string[]])[] = [
  ['none', 'a **b** c\n', []],
  [
    'a bold line reaches to the next one',
    document`
      **Will:**
      - x

      **Will Not:**
      - y
      `,
    ['bold 1 Will:: **Will:**\n- x\n\n', 'bold 1 Will Not:: **Will Not:**\n- y\n'],
  ],
  [
    'and to the next heading of whatever level',
    document`
      # A
      __Will__
      x
      ## B
      **C**
      # D
      `,
    ['bold 3 C: **C**\n'],
  ],
  [
    'a heading ends it',
    document`
      ## A
      **C**:

      x
      ### B
      `,
    ['bold 3 C: **C**:\n\nx\n'],
  ],
  [
    'a closing tag ends it',
    '<b>\n\n**C**\n\nx\n</b>\ny',
    ['tag 1 b: <b>\n\n**C**\n\nx\n</b>', 'bold 1 C: **C**\n\nx\n'],
  ],
  [
    'text on the same line',
    document`
      **C** d

      **C**.

      a **C**

      **C** **D**

      ****

      **C*
      `,
    [],
  ],
  [
    'a blank or a third mark inside the marks',
    document`
      ** C**

      **C **

      ***C***
      `,
    [],
  ],
  [
    'another line of the same paragraph',
    document`
      **C**
      d

      d
      **C**
      `,
    [],
  ],
  [
    'list items, quotes, code and fences',
    document`
      - **C**

        **C**

      > **C**

          **C**

      \`\`\`
      **C**
      \`\`\`
      `,
    [],
  ],
  [
    'a setext heading',
    document`
      **C**
      ===

      **D**
      ---
      `,
    [],
  ],
  ['CR and CRLF', '**C**\r\n\r**D**\r', ['bold 1 C: **C**\r\n\r', 'bold 1 D: **D**\r']],
  [
    'tags in each other, by their beginnings',
    document`
      <a>
      <b x="y">
      c
      </b>
      </a>
      <c>
      `,
    ['tag 1 a: <a>\n<b x="y">\nc\n</b>\n</a>', 'tag 1 b: <b x="y">\nc\n</b>'],
  ],
];

for (const [what, text, expected] of table) {
  test(`captions: ${what}`, () => assert.deepEqual(pseudoHeadings(text), expected));
}

test('captions: offsets are those of the whole text', () => {
  const text = document`
    ---
    name: a
    ---
    **Will:**
    - x
    `;
  assert.deepEqual(
    bodyOf(text, 16).pseudoHeadings.map(({ span, titleSpan }) => [span, titleSpan]),
    [
      [
        { start: 16, end: 30 },
        { start: 18, end: 23 },
      ],
    ],
  );
});
