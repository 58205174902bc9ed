/** Semantic tokens: their types, and that they agree with the grammars. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { tokenLegend, tokensOf } from '../../server/core/features/tokens';
import { document } from '../../server/core/text/document';
import { offsetAt } from '../../server/core/text/source';
import { fileOf, format } from '../agent';

/** Each token as `text type` or `text type modifier`. */
function tokens(text: string): readonly string[] {
  const file = fileOf(text);
  return tokensOf(agentOf(file, format)).map((token) => {
    const start = offsetAt(file.source, token);
    const modifiers = tokenLegend.tokenModifiers.filter((_, i) => (token.modifiers & (1 << i)) !== 0);
    return [text.slice(start, start + token.length), tokenLegend.tokenTypes[token.type], ...modifiers].join(' ');
  });
}

const inBody = (body: string): readonly string[] => tokens(`---\nname: a\n---\n${body}`).slice(1);

describe('tokensOf', () => {
  it('marks fields and tools, retired ones as deprecated, unknown ones not at all', () => {
    const frontMatter = 'name: a\n"tools": Read, Bash(git:*), MultiEdit, mcp__x__y, nonsense\ncolour: red\nmodel: opus';
    assert.deepEqual(tokens(`---\n${frontMatter}\n---\n`), [
      'name property',
      'tools property',
      'Read function defaultLibrary',
      'Bash function defaultLibrary',
      'MultiEdit function deprecated',
      'mcp__x__y function',
      'model property',
    ]);
  });

  it('marks tools in every spelling of a list, and nowhere else', () => {
    for (const list of ['tools: [Read]', 'tools:\n  - "Read"', "disallowedTools: 'Read'", 'tools: >\n  Read'])
      assert.deepEqual(tokens(`---\n${list}\n---\n`).slice(1), ['Read function defaultLibrary'], list);
    assert.deepEqual(
      tokens(document`
        ---
        description: Read
        skills: Read
        ---
        Use \`Read\`.
        `).slice(2),
      [],
    );
  });

  it('marks agents that are mentioned, not paths and addresses', () => {
    assert.deepEqual(inBody('Ask @reviewer, see @docs/a.md, write to me@example.org.\n'), ['reviewer class']);
  });

  it('marks the names of tags', () => {
    assert.deepEqual(
      inBody(document`
        <example id="1">
        x
        </example>

        \`\`\`
        <not>
        \`\`\`
        `),
      ['example keyword', 'example keyword'],
    );
  });

  it('marks placeholders', () => {
    const written = 'You are a [Role] for {{project}} and [one more].';
    const places = ['[Role] parameter', '{{project}} parameter', '[one more] parameter'];
    assert.deepEqual(inBody(`${written}\n`), places);
    assert.deepEqual(inBody(`## ${written}\n`), places);
  });

  it('does not mark links, boxes, footnotes or code as placeholders', () => {
    const prose = document`
      - [ ] a
      - [x] b
      [cat](d.md) ![egg](f.png) [gnu][hen] [^1] \`[ibis]\` \`{{jay}}\` [koi]

      [koi]: l.md
      [] {{}} {moa} \\[newt]
      `;
    assert.deepEqual(inBody(prose), []);
    assert.deepEqual(inBody('```js\nconst [a] = [b, c];\nf("[Slot]", "{{slot}}")\n```\n'), [
      '[Slot] parameter',
      '{{slot}} parameter',
    ]);
  });

  it('marks the keys of a report, and those of no other YAML', () => {
    const report = document`
      other: 1
      completion_report:
        agent: "[name]"
        # note
        steps:
          - a: b
        notes: |
          x: y
      last: 2
      `;
    assert.deepEqual(inBody(`\`\`\`yaml\n${report}\`\`\`\n`), [
      'completion_report property',
      'agent property',
      '[name] parameter',
      'steps property',
      'notes property',
    ]);
    assert.deepEqual(
      inBody(document`
        \`\`\`yaml
        agent: x
        \`\`\`
        \`\`\`text
        completion_report:
          agent: x
        \`\`\`
        `),
      [],
    );
    const json = '{ "completion_report": { "agent": "a", "steps": [{ "b": 1 }] }, "last": 2 }';
    assert.deepEqual(inBody(`\`\`\`json\n${json}\n\`\`\`\n`), [
      'completion_report property',
      'agent property',
      'steps property',
    ]);
    assert.deepEqual(inBody('```json\n{ "agent": "a" }\n```\n'), []);
  });

  it('has no token that overlaps another or a line end', () => {
    assert.deepEqual(inBody('[Ask @who first] @else\n'), ['[Ask @who first] parameter', 'else class']);
    assert.deepEqual(
      tokens(document`
        ---
        tools: "Read,\\n
          \\x45dit"
        model: opus
        ---
        `),
      ['tools property', 'model property'],
    );
  });

  it('uses standard types only, each once in the legend', () => {
    const standard = ['property', 'function', 'class', 'keyword', 'parameter'];
    assert.deepEqual([...tokenLegend.tokenTypes].sort(), standard.sort());
  });
});
