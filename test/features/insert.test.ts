/** Where the commands insert the completion report and endpoint patterns, and what the text is afterwards. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Range } from 'vscode-languageserver-types';
import { type Agent, agentOf, readAgent } from '../../server/core/agent/agent';
import { type Insertion, insertPattern, insertReport } from '../../server/core/features/insert/inserted';
import { formatById, formats } from '../../server/core/hosts/index';
import { reportKeyOf } from '../../server/core/sectionKinds/reportKeys';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt, sourceOf } from '../../server/core/text/source';
import { atCursor, format } from '../agent';
import { readMarks } from '../marks';
import { expandSnippet } from '../snippetExpand';

const keys = [reportKeyOf('risk')];

const REPORT = '```yaml\ncompletion_report:\n  risk: "[risk]"\n```';
const NEW = `## Response Format\n\nFinish with this report:\n\n${REPORT}`;

function offsets(text: string, { start, end }: Range): { readonly start: number; readonly end: number } {
  const source = sourceOf(text);
  return { start: offsetAt(source, start), end: offsetAt(source, end) };
}

/** The text after the insertion, or the sentence with which it is refused. */
function resultOf(text: string, insertion: Insertion): string {
  if ('refused' in insertion) return insertion.refused;
  assert.ok('snippet' in insertion, 'it is there already');
  const at = offsets(text, insertion.range);
  const inserted = expandSnippet(insertion.snippet).text;
  const line = text.slice(text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  assert.doesNotMatch(line, /^[ \t]/, 'an editor would indent the snippet');
  return applyEdits(text, [{ span: at, newText: text.includes('\r') ? inserted.replaceAll('\n', '\r\n') : inserted }]);
}

function reported(marked: string): string {
  const { file, text, offset } = atCursor(marked);
  return resultOf(text, insertReport(agentOf(file, format), offset, keys));
}

const head = '---\nname: a\ndescription: b\n---\n';

describe('Insert Completion Report', () => {
  const table: readonly (readonly [title: string, before: string, expected: string])[] = [
    ['makes a section at the end', `${head}\nYou r$0eview.\n`, `${head}\nYou review.\n\n${NEW}\n`],
    ['makes a section without a line end', `${head}\nYou review.$0`, `${head}\nYou review.\n\n${NEW}`],
    ['makes a section in an empty file', '$0', `${NEW}\n`],
    [
      'makes a section below the frontmatter, whatever field the cursor is in',
      `---\nna$0me: a\n---\n`,
      `---\nname: a\n---\n\n${NEW}\n`,
    ],
    ['makes a section below frontmatter without a line end', `---\nname: a\n---$0`, `---\nname: a\n---\n\n${NEW}\n`],
    [
      'makes a section where it usually is',
      `${head}\n## Task Execution Protocol\n\n- a$0\n\n## Quality Assurance\n\n- b\n`,
      `${head}\n## Task Execution Protocol\n\n- a\n\n${NEW}\n\n## Quality Assurance\n\n- b\n`,
    ],
    [
      'goes to the end of the text of its section',
      `${head}$0\n## Response Format\n\nEnd so:\n\n## Other\n`,
      `${head}\n## Response Format\n\nEnd so:\n\n${REPORT}\n\n## Other\n`,
    ],
    [
      'goes to an empty section',
      `${head}$0\n## Response Format\n## Other\n`,
      `${head}\n## Response Format\n\n${REPORT}\n\n## Other\n`,
    ],
    [
      'goes above the subsections',
      `${head}\n## Response Format\n\nx\n\n### Details\n\ny$0\n`,
      `${head}\n## Response Format\n\nx\n\n${REPORT}\n\n### Details\n\ny\n`,
    ],
    [
      'goes to the section of the report rather than to the one around it',
      `${head}\n## Response Format\n\nx\n\n### Completion Report\n\n## Other$0\n`,
      `${head}\n## Response Format\n\nx\n\n### Completion Report\n\n${REPORT}\n\n## Other\n`,
    ],
    [
      'goes to the section around the cursor where several are meant for it',
      `${head}\n## Output\n\nx\n\n## Response Format\n\ny$0\n\n## Other\n`,
      `${head}\n## Output\n\nx\n\n## Response Format\n\ny\n\n${REPORT}\n\n## Other\n`,
    ],
    [
      'never splits a list',
      `${head}\n## Output\n\n- a\n- b$0\n  - c\n`,
      `${head}\n## Output\n\n- a\n- b\n  - c\n\n${REPORT}\n`,
    ],
    [
      'never goes into a code block',
      `${head}\n## Output\n\n\`\`\`\na$0\n\`\`\`\n\n## Other\n`,
      `${head}\n## Output\n\n\`\`\`\na\n\`\`\`\n\n${REPORT}\n\n## Other\n`,
    ],
    [
      'goes into a tag',
      `${head}\n<output_format>\nx\n</output_format>$0\n`,
      `${head}\n<output_format>\nx\n\n${REPORT}\n\n</output_format>\n`,
    ],
    [
      'keeps the line ends of the file',
      `---\r\nname: a\r\n---\r\n\r\n## Output\r\n\r\n  - x$0\r\n`,
      `---\r\nname: a\r\n---\r\n\r\n## Output\r\n\r\n  - x\r\n\r\n${REPORT.replaceAll('\n', '\r\n')}\r\n`,
    ],
    [
      'keeps characters that mean something in a snippet',
      `${head}\n## Output\n\n  - $1 } \\$0`,
      `${head}\n## Output\n\n  - $1 } \\\n\n${REPORT}`,
    ],
    ['leaves a section in a quote', `${head}\n> ## Output\n>\n> x$0\n`, `${head}\n> ## Output\n>\n> x\n\n${NEW}\n`],
    [
      'does not go into a code block that is not closed',
      `${head}\n\`\`\`\nx$0\n`,
      'A code block is not closed, so all text after it is code. Close it first.',
    ],
    [
      'does not go into frontmatter that is not closed',
      '---\nname: a\n$0',
      'Close the frontmatter with a line of three dashes first.',
    ],
  ];
  for (const [title, before, expected] of table) it(title, () => assert.equal(reported(before), expected));

  it('shows the report that is there', () => {
    const { file, text, offset } = atCursor(`${head}$0\n## Output\n\n${REPORT}\n\nx\n`);
    const insertion = insertReport(agentOf(file, format), offset, keys);
    assert.ok('existing' in insertion);
    const { start, end } = offsets(text, insertion.existing);
    assert.equal(text.slice(start, end).trimEnd(), REPORT);
  });

  it('has the name of the agent and the usual keys where the settings require none', () => {
    const { file, offset } = atCursor(`${head}$0`);
    const insertion = insertReport(agentOf(file, format), offset, []);
    assert.ok('snippet' in insertion);
    assert.match(insertion.snippet, /completion_report:\n {2}agent: "a"\n {2}files_modified:\n/);
  });
});

describe('Insert Endpoint Pattern', () => {
  const pattern = `\`\`\`ts\nconst \${1:x} = 1;\n\`\`\`\n$0`;
  const shown = '```ts\nconst x = 1;\n```';
  const inserted = (marked: string): string => {
    const { file, text, offset } = atCursor(marked);
    return resultOf(text, insertPattern(agentOf(file, format), offset, pattern));
  };

  it('goes to the section for it, below a pattern that is there', () => {
    assert.equal(
      inserted(`${head}$0\n### Endpoint Pattern\n\n${shown}\n\n## Other\n`),
      `${head}\n### Endpoint Pattern\n\n${shown}\n\n${shown}\n\n## Other\n`,
    );
  });

  it('makes the section in the one that it belongs to', () => {
    assert.equal(
      inserted(`${head}\n## Implementation Standards\n\n- a$0\n\n## Other\n`),
      `${head}\n## Implementation Standards\n\n- a\n\n### API Architecture Pattern\n\n${shown}\n\n## Other\n`,
    );
  });
});

describe('a body in a string of TOML', () => {
  const toml = formatById('codex');
  assert.ok(toml !== undefined);
  const inToml = (marked: string, insert: (agent: Agent, offset: number) => Insertion): string => {
    const { text, cursor: offset = 0 } = readMarks(marked);
    return resultOf(text, insert(readAgent(text, toml, undefined), offset));
  };
  const report = (agent: Agent, offset: number): Insertion => insertReport(agent, offset, keys);

  it('gets the report before its closing quotes', () => {
    const start = `name = "a"\ndescription = "b"\ndeveloper_instructions = '''\n`;
    assert.equal(inToml(`$0${start}You review.\n'''\n`, report), `${start}You review.\n\n${NEW}\n'''\n`);
    assert.equal(inToml(`$0${start}'''\nmodel = "x"\n`, report), `${start}\n${NEW}\n'''\nmodel = "x"\n`);
    assert.equal(inToml(`$0${start}You review.'''\n`, report), `${start}You review.\n\n${NEW}\n'''\n`);
  });

  it('is necessary', () => {
    const told = /^The text goes into developer_instructions\./;
    assert.match(inToml('name = "a"$0\n', report), told);
    assert.match(inToml('name = "a"$0\ndeveloper_instructions = "You review."\n', report), told);
  });

  it('does not get what would end it', () => {
    const insert = (agent: Agent, offset: number): Insertion => insertPattern(agent, offset, '```py\n"""x"""\n```\n$0');
    const around = (quotes: string): string => inToml(`developer_instructions = ${quotes}\nx$0\n${quotes}\n`, insert);
    assert.match(around('"""'), /^The text contains characters that would end developer_instructions/);
    assert.match(around("'''"), /"""x"""/);
  });
});

describe('every format', () => {
  for (const one of formats) {
    it(`${one.id}: says what goes where, or why not`, () => {
      const text =
        one.notation === 'toml'
          ? document`
            developer_instructions = '''
            You review.
            '''
            `
          : one.notation === 'json'
            ? '{}'
            : '---\ndescription: b\n---\nYou review.\n';
      const insertion = insertReport(readAgent(text, one, undefined), 0, keys);
      if (one.notation === 'json') assert.match(resultOf(text, insertion), /has no text for an agent to read\.$/);
      else assert.ok(resultOf(text, insertion).includes(`You review.\n\n${NEW}\n`));
    });
  }
});
