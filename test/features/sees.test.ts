/** What the host sees of an agent, as the document that clients show. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { readAgent } from '../../server/core/agent/agent';
import { whatHostSees } from '../../server/core/features/sees/document';
import { formats } from '../../server/core/hosts/index';
import { isObserved } from '../../server/core/hosts/lookup';
import { document } from '../../server/core/text/document';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import { tiesOf } from '../../server/core/workspace/ties';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { agent, withFrontMatter } from '../agent';

const path = '/w/.claude/agents/a.md';
const nothing = indexOf([]);

const seen = (text: string, index: Index = nothing): string => whatHostSees([agent(text, path)], index);

/** The lines of one section of the document. */
function section(markdown: string, title: string): readonly string[] {
  const [, after = ''] = markdown.split(`## ${title}\n\n`);
  return (after.split('\n\n')[0] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^- /, ''));
}

/** Lines of frontmatter, a section, and what it contains. */
const table: readonly (readonly [string, string, readonly string[]])[] = [
  ['tools: Read', 'Verdict', ['Loads as `a` · 1 tool']],
  [
    'tools: LS',
    'Verdict',
    [
      'Not loaded: none of the listed tools exists (`LS`), so the agent is not started',
      'The step that fails: tools.',
      '`LS`: removed between 1.0.72 and 1.0.100',
    ],
  ],
  ['', 'Name and scope', ['`a` comes from `name`, line 2.', 'Project: sessions see it in `/w`.']],
  ['tools: Read', 'Tools', ['`Read` (reads only · no permission prompt): listed in `tools`, line 4']],
  ['tools: Task', 'Tools', ['`Agent` (delegates work · no permission prompt): listed in `tools` as `Task`, line 4']],
  [
    'tools: [Read]\nmemory: user',
    'Tools',
    [
      '`Read` (reads only · no permission prompt): listed in `tools`, line 4',
      '`Write` (writes files · asks for permission): added by `memory`, line 5',
      '`Edit` (writes files · asks for permission): added by `memory`, line 5',
    ],
  ],
  [
    'tools: Read\nmcpServers: [github]',
    'Tools',
    [
      '`Read` (reads only · no permission prompt): listed in `tools`, line 4',
      '`mcp__github` (MCP): added by the server in `mcpServers`, line 5',
    ],
  ],
  [
    'tools: Bash, Grep, MultiEdit',
    'Tools',
    [
      '`Bash` (runs commands · asks for permission): listed in `tools`, line 4',
      '`Grep` is listed, but not given as a tool of its own: through `Bash`',
      '`MultiEdit`, line 4, is ignored: removed in 2.0.0',
    ],
  ],
  ['tools:', 'Tools', ['It gets no tools.']],
  [
    'model: opus\neffort: huge',
    'Model and other fields',
    [
      '`model` is `opus`, line 4',
      '`effort` is `huge`, line 5: Claude Code ignores the effort and says so only in its debug log',
    ],
  ],
  [
    'foo: 1',
    'Model and other fields',
    [
      '`model` is not set: inherit',
      '`effort` is not set: the effort of the session',
      '`foo`, line 4, is not a field: Claude Code ignores it',
    ],
  ],
  [
    'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks: [{ type: command, command: ./check.sh }]',
    'Hooks',
    ['`PreToolUse`, line 5, fires for `Bash`: command `./check.sh`'],
  ],
  [
    'hooks:\n  Stop:\n    - hooks: [{ type: command, command: x }, { type: prompt, prompt: y }]',
    'Hooks',
    ['`Stop`, line 5, fires always: command `x`, then prompt `y`'],
  ],
  [
    'hooks:\n  SessionStart:\n    - hooks: [{ type: command, command: x }]',
    'Hooks',
    ['`SessionStart`, line 5, fires only when the agent runs as the main session'],
  ],
  [
    'hooks:\n  Nonsense: []\n  Other:\n    - hooks: [{ type: command, command: x }]',
    'Hooks',
    ['`Other`, line 6, never fires: the event is unknown'],
  ],
  [
    'hooks:\n  PreToolUse:\n    - matcher: bash\n      hooks: [{ type: command, command: x }]',
    'Hooks',
    ['`PreToolUse`, line 5, never fires, because `bash` matches no tool: names must match exactly, including case'],
  ],
  ['skills: [b, c]', 'Skills in the prompt', ['`b`, line 4', '`c`, line 4']],
  ['', 'Estimated tokens', ['description: about 4 tokens', 'prompt: about 1 token']],
];

describe('what the host sees', () => {
  for (const [lines, title, expected] of table)
    it(`says under "${title}" of ${JSON.stringify(lines)}`, () =>
      assert.deepEqual(section(seen(withFrontMatter(lines)), title), expected));

  it('claims nothing about a program that was not run', () => {
    const unseen = formats.filter(({ kind }) => kind === undefined).filter((format) => !isObserved(format));
    assert.ok(unseen.length > 0);
    for (const format of unseen) {
      const document = whatHostSees([readAgent(withFrontMatter(''), format, '/w/a.md')], nothing);
      assert.match(document, /^# What .* sees\n\n`a\.md`, [\w ]+\.\n\n## Verdict\n\n- It is not known how/);
    }
  });

  it('groups inherited tools by what they can do, and names what is denied', () => {
    const lines = section(seen(withFrontMatter('disallowedTools: Bash, bash')), 'Tools');
    assert.equal(lines[0], 'No `tools` limits the tools: every tool that a subagent may have.');
    assert.ok(lines.some((line) => /^inherited, writes files · asks for permission: .*`Write`/.test(line)));
    assert.ok(lines.every((line) => !line.startsWith('inherited, runs commands') || !line.includes('`Bash`')));
    assert.deepEqual(lines.slice(-2), [
      '`Bash` is denied by `disallowedTools`, line 4',
      '`bash` in `disallowedTools`, line 4 denies nothing',
    ]);
  });

  it('has the description as the caller reads it, and the prompt, each in a fence that it cannot close', () => {
    const text = document`
      ---
      name: a
      description: "One.\\\\nTwo."
      ---

      Read \`\`\`\` this.

      \`\`\`js
      x
      \`\`\`
      `;
    const markdown = seen(text);
    assert.match(markdown, /```text\nOne\.\nTwo\.\n```/);
    assert.ok(markdown.includes('`````text\nRead ```` this.\n\n```js\nx\n```\n`````\n'), markdown);
  });

  it('shows nothing but the verdict of a file that is not loaded', () => {
    const titles = [...seen('---\nname: a\n---\nHi\n').matchAll(/^## .*$/gm)].map(([title]) => title);
    assert.deepEqual(titles, ['## Verdict']);
  });

  it('says which of several files with one name counts, and where skills are', () => {
    const files = {
      '/w/.claude/agents/a.md': '---\nname: a\ndescription: One.\nskills: [s, t]\n---\nHi\n',
      '/w/.claude/agents/z.md': '---\nname: a\ndescription: Two.\n---\nHi\n',
      '/w/.claude/skills/s/SKILL.md': '---\nname: s\ndescription: x\n---\nHi\n',
    };
    const index = indexOf(Object.entries(files).flatMap(([file, one]) => indexedOf(file, one, unknownWorkspace)));
    const markdown = seen(files['/w/.claude/agents/a.md'], index);
    assert.deepEqual(section(markdown, 'Verdict'), ['Not loaded: `a` is loaded from `z.md`']);
    assert.deepEqual(section(markdown, 'Name and scope'), [
      '`a` comes from `name`, line 2.',
      'Project: sessions see it in `/w`.',
      'Other files with this name: `z.md`. Here `z.md` counts.',
    ]);
    assert.deepEqual(section(markdown, 'Skills in the prompt'), [
      '`s`, line 4, from `skills/s/SKILL.md`',
      '`t`, line 4, is not found here',
    ]);
  });

  it('has a section for each other program that reads the file', () => {
    const text = withFrontMatter('tools: Read, Skill');
    const claude = agent(text, path);
    const others = formats
      .filter(({ id }) => ['vscode-claude', 'copilot-cli'].includes(id))
      .map((format) => readAgent(text, format, path));
    assert.equal(others.length, 2);
    const markdown = whatHostSees([claude, ...others], nothing);
    for (const { format } of others) assert.ok(markdown.includes(`\n## ${format.host.name} ${format.host.version}\n`));
    assert.match(markdown, /\n- tools: `Read`\n/);
  });

  it('is bounded', () => {
    const text = `---\nname: a\ndescription: ${'d'.repeat(20_000)}\n---\n${'x '.repeat(300_000)}\n`;
    const markdown = seen(text);
    assert.ok(markdown.length < 500_000, String(markdown.length));
    assert.match(markdown, /- and 40000\d more characters/);
  });

  it('takes no time for a long run of spaces in a text', () => {
    const text = `---\nname: a\ndescription: x\n---\na${' '.repeat(190_000)}b\n`;
    const before = process.cpuUsage().user;
    assert.match(seen(text), /^a {190000}b$/m);
    // In microseconds. With work in the square of the length it was 26 seconds.
    assert.ok(process.cpuUsage().user - before < 5_000_000);
  });
});

const hostile = [
  '[click](command:evil)',
  '<img src=x onerror=alert(1)>',
  '# heading',
  '`` ` ``` ~~~',
  '| a | b |',
  '\u202eevil\u2066',
  'a\u0000b\u001b[31m',
  '```',
  '~~~\n```\n`````\n# x',
  '- [ ] x\n\n    code\n***\n<!-- x -->',
].map((text) => JSON.stringify(text));

describe('what the host sees of hostile texts', () => {
  for (const text of hostile) {
    for (const format of formats.filter(({ notation }) => notation === undefined)) {
      it(`is code and our own words, for ${format.id}: ${text}`, () => {
        const body = String(JSON.parse(text));
        const file = `---\nname: ${text}\ndescription: ${text}\ntools: [${text}, Read]\nmodel: ${text}\n? ${text}\n: 1\nskills: [${text}]\nhooks: { PreToolUse: [{ matcher: ${text}, hooks: [{ type: command, command: ${text} }] }], ${text}: [{ a: 1 }] }\n---\n${body}\n\n${body}\n`;
        const one = readAgent(file, format, `/w/.claude/agents/${encodeURIComponent(body)}.md`);
        const ties = tiesOf(one, unknownWorkspace);
        const markdown = whatHostSees([one, one], indexOf(ties === undefined ? [] : [ties]));
        for (const token of new MarkdownIt({ html: true, linkify: true }).parse(markdown, {})) {
          assert.ok(
            !['html_block', 'code_block', 'hr', 'table_open', 'ordered_list_open'].includes(token.type),
            `${token.type} in ${markdown}`,
          );
          for (const { type, content } of token.children ?? [])
            assert.ok(['text', 'code_inline', 'softbreak'].includes(type), `${type} ${content} in ${markdown}`);
        }
        for (const hidden of ['\0', '\u001b', '\u202e', '\u2066']) assert.ok(!markdown.includes(hidden), markdown);
        const titles = [...markdown.matchAll(/^# .*$/gm)].length;
        assert.ok(titles >= 2);
      });
    }
  }
});
