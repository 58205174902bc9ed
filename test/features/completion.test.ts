/** Completion: the items at a cursor, their order, and their edits. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import { document } from '../../server/core/text/document';
import { offsetAt } from '../../server/core/text/source';
import { fileOf, format, withFrontMatter } from '../agent';
import { accept, complete, labels } from './completions';

describe('completion of keys', () => {
  it('offers what is not used yet, required fields first', () => {
    assert.deepEqual(labels('---\n$0\n---\n').slice(0, 2), ['name', 'description']);
    const rest = labels(withFrontMatter('$0'));
    assert.ok(!rest.includes('name') && !rest.includes('description') && rest.includes('tools'));
  });

  it('offers the key under the cursor itself, so that it can be changed', () => {
    assert.ok(labels('---\nna$0me: a\n---\n').includes('name'));
  });

  it('documents each key and leaves undocumented ones out', () => {
    for (const item of complete('---\n$0\n---\n')) {
      assert.ok(typeof item.documentation === 'object' && item.documentation.value.includes('```yaml'), item.label);
    }
    assert.ok(!labels('---\n$0\n---\n').includes('omitClaudeMd'));
  });

  it('writes a colon and a space unless they are there', () => {
    assert.equal(accept('---\nname: a\nmod$0\n---\n', 'model'), '---\nname: a\nmodel: \n---\n');
    assert.equal(accept('---\nname: a\nmod$0: opus\n---\n', 'model'), '---\nname: a\nmodel: opus\n---\n');
  });
});

describe('completion of values', () => {
  it('offers aliases before full model ids', () => {
    const models = labels('---\nmodel: $0\n---\n');
    const places = ['inherit', 'haiku', 'claude-opus-5-5'].map((name) => models.indexOf(name));
    assert.ok(places.every((place) => place >= 0));
    assert.equal(Math.max(...places), places[2]);
  });

  it('offers choices and flags, inside quotes too', () => {
    assert.deepEqual([...labels('---\ncolor: $0\n---\n')].sort(), [
      'blue',
      'cyan',
      'green',
      'orange',
      'pink',
      'purple',
      'red',
      'yellow',
    ]);
    assert.deepEqual(labels('---\nbackground: $0\n---\n'), ['true', 'false']);
    assert.equal(accept('---\ncolor: "b$0"\n---\n', 'blue'), '---\ncolor: "blue"\n---\n');
  });

  it('offers templates for descriptions that say when to use the agent', () => {
    const offered = labels('---\ndescription: $0\n---\n');
    assert.ok(
      offered.length > 0 && offered.every((label) => /Use /.test(label) && !label.includes('$')),
      String(offered),
    );
    const accepted = accept('---\nname: a\ndescription: $0\n---\n', offered[0] ?? '');
    assert.deepEqual(fileOf(accepted).problems, []);
    assert.deepEqual(labels('---\ndescription: Something$0\n---\n'), []);
  });

  it('adds the space that YAML requires after a colon', () => {
    assert.equal(accept('---\ncolor:$0\n---\n', 'red'), '---\ncolor: red\n---\n');
  });
});

describe('completion of tools', () => {
  const spellings = [
    'tools: Read, $0',
    'tools: [Read, $0]',
    'tools: ["Read", "$0"]',
    'tools:\n  - Read\n  - $0',
    'tools:\n- Read\n- $0',
    'tools: Read $0',
  ];
  for (const spelling of spellings) {
    it(`leaves out what is listed in ${JSON.stringify(spelling)}`, () => {
      const offered = labels(withFrontMatter(spelling));
      assert.ok(offered.includes('Bash') && offered.includes('Edit'), String(offered));
      assert.ok(!offered.includes('Read'));
    });
  }

  it('replaces the name under the cursor, also after an emoji', () => {
    assert.equal(accept(withFrontMatter('tools: 🚀x, Ba$0, Edit'), 'Bash'), withFrontMatter('tools: 🚀x, Bash, Edit'));
    assert.equal(accept(withFrontMatter('tools: [Read, gr$0]'), 'Grep'), withFrontMatter('tools: [Read, Grep]'));
  });

  it('separates the name with a space', () => {
    assert.equal(accept(withFrontMatter('tools: Read,$0'), 'Bash'), withFrontMatter('tools: Read, Bash'));
    assert.equal(accept(withFrontMatter('tools:$0'), 'Bash'), withFrontMatter('tools: Bash'));
    assert.equal(accept(withFrontMatter('tools: [$0]'), 'Bash'), withFrontMatter('tools: [Bash]'));
    assert.equal(accept(withFrontMatter('tools:\n  -$0'), 'Bash'), withFrontMatter('tools:\n  - Bash'));
  });

  it('does not offer a tool that is listed under its old name', () => {
    assert.ok(!labels(withFrontMatter('tools: Task, $0')).includes('Agent'));
  });

  it('shows what a tool can do and whether it asks for permission', () => {
    const bash = complete(withFrontMatter('tools: $0')).find((item) => item.label === 'Bash');
    assert.equal(bash?.detail, 'runs commands · asks for permission');
  });

  it('puts tools that an agent never gets last', () => {
    const offered = labels(withFrontMatter('tools: $0'));
    assert.ok(offered.indexOf('AskUserQuestion') > offered.indexOf('Write'));
  });

  it('offers nothing in a comment, in prose, in code', () => {
    for (const nowhere of [
      withFrontMatter('tools: Read # $0'),
      `${withFrontMatter('')}text $0`,
      document`
        ---
        name: a
        ---
        \`\`\`yaml
        tools: $0
        \`\`\`
        `,
    ]) {
      assert.deepEqual(labels(nowhere), []);
    }
  });
});

describe('completion below structured fields', () => {
  it('offers hook events, the keys of a group, the keys of a hook, the types', () => {
    assert.ok(labels(withFrontMatter('hooks:\n  $0')).includes('PreToolUse'));
    assert.ok(!labels(withFrontMatter('hooks:\n  Stop: []\n  $0')).includes('Stop'));
    assert.deepEqual(labels(withFrontMatter('hooks:\n  Stop:\n    - $0')), ['matcher', 'hooks']);
    assert.deepEqual(labels(withFrontMatter('hooks:\n  Stop:\n    - matcher: x\n      $0')), ['hooks']);
    assert.ok(
      labels(withFrontMatter('hooks:\n  Stop:\n    - hooks:\n        - type: command\n          $0')).includes(
        'command',
      ),
    );
    assert.ok(labels(withFrontMatter('hooks:\n  Stop:\n    - hooks:\n        - type: $0')).includes('mcp_tool'));
  });

  it('offers the first item of a list with its dash', () => {
    assert.equal(
      accept(withFrontMatter('hooks:\n  Stop:\n    $0'), '- matcher'),
      withFrontMatter('hooks:\n  Stop:\n    - matcher: '),
    );
  });

  it('offers the definition of an MCP server and its types', () => {
    const keys = labels(withFrontMatter('mcpServers:\n  - db:\n      type: stdio\n      $0'));
    assert.ok(keys.includes('command') && !keys.includes('type'), String(keys));
    assert.equal(
      accept(withFrontMatter('mcpServers:\n  - db:\n      type:$0'), 'http'),
      withFrontMatter('mcpServers:\n  - db:\n      type: http'),
    );
  });

  it('offers nothing where the structure is not known', () => {
    assert.deepEqual(labels(withFrontMatter('mcpServers:\n  - $0')), []);
    assert.deepEqual(labels(withFrontMatter('hooks:\n  Stop:\n    - hooks:\n        - command: $0')), []);
  });
});

describe('completion of headings', () => {
  it('offers the sections that are missing, those of the level first', () => {
    const body = document`
      ---
      name: a
      ---
      ## Response Format

      ## $0
      `;
    const offered = labels(body);
    assert.ok(!offered.includes('Response Format'));
    assert.ok(offered.includes('Quality Assurance'), String(offered));
    assert.match(accept(body, 'Quality Assurance'), /\n## Quality Assurance\n$/);
  });

  it('offers sub-sections of the section at the cursor first, then the usual order', () => {
    const offered = labels(document`
      ---
      name: a
      ---
      ## Workflow

      ### Context Processing

      ### $0

      ## Role
      `);
    assert.deepEqual(offered.slice(0, 4), [
      'Implementation Process',
      'Delivery Standards',
      'When to Ask',
      'When Not to Use',
    ]);
    const ofLevel2 = labels(document`
      ---
      name: a
      ---
      ## Workflow

      ## $0
      `);
    assert.deepEqual(ofLevel2.slice(0, 3), ['Role', 'Core Responsibilities', 'When to Use']);
  });

  it('writes emoji where the headings of that level have them, also when they were damaged', () => {
    const body = (heading: string, cursor: string): string => document`
      ---
      name: a
      ---
      ${heading}

      ${cursor} $0
      `;
    assert.ok(labels(body('## 💡 Examples', '##')).includes('🎭 Role'));
    assert.match(accept(body('## 💡 Examples', '##'), '🎭 Role'), /\n## 🎭 Role\n$/);
    assert.ok(labels(body('## üîí ACCESS RESTRICTIONS', '##')).includes('🎭 Role'));
    assert.ok(labels(body('## Workflow\n### ✅ Allowed Access', '##')).includes('Role'));
    assert.ok(labels(body('## Workflow\n### ✅ Allowed Access', '###')).includes('❌ Forbidden Access'));
    const item = complete(body('## 💡 Examples', '##')).find(({ label }) => label === '🎭 Role');
    assert.equal(item?.filterText, 'Role');
  });

  it('adds the space after the hashes', () => {
    assert.match(accept('---\nname: a\n---\n##$0', 'Quality Assurance'), /\n## Quality Assurance$/);
  });
});

describe('completion anywhere', () => {
  const texts: Readonly<Record<string, string>> = {
    'a broken file': '---\nname: a\ndescription: "x\ntools: [Read, \n  - Bash\nfoo\n\n---\n## \n```\n',
    'a heading with marks': '---\nname: a\n---\n##  Role ##\n',
    'a heading of two lines': '---\nname: a\n---\nRole\nof it\n-\n',
    'a key of two lines': '---\nmodel:-\n:\n d\n---',
    'indented dashes': '\t-',
  };
  for (const [what, text] of Object.entries(texts))
    it(`never throws and never crosses a line, at every offset of ${what}`, () => {
      const file = fileOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        for (const { textEdit } of completionAt(agentOf(file, format), offset)) {
          assert.ok(textEdit !== undefined && 'range' in textEdit);
          assert.equal(textEdit.range.start.line, textEdit.range.end.line);
          assert.ok(
            offsetAt(file.source, textEdit.range.start) <= offset &&
              offset <= offsetAt(file.source, textEdit.range.end),
          );
        }
      }
    });
});
