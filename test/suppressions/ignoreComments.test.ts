/** Comments that disable a rule: where they are written, and where none can stand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { ignoringEdit, type Reach } from '../../server/core/agent/ignoreComments';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import { agentOfExample } from '../../server/core/rules/rule';
import { applyEdits } from '../../server/core/text/edits';
import { agent, format, withFrontMatter } from '../agent';
import { readMarks } from '../marks';

const NEXT = 'agent-authoring-disable-next-line';
const LINE = 'agent-authoring-disable-line';
const FILE = 'agent-authoring-disable-file';

/** The text after the comment about `rule` at the mark; undefined when none can stand there. */
function ignoring(marked: string, rule: string, reach: Reach, read = agent): string | undefined {
  const { text, cursor } = readMarks(marked);
  const at = cursor ?? assert.fail('the text needs a $0');
  const edit = ignoringEdit(read(text), rule, { start: at, end: at }, reach);
  return edit && applyEdits(text, [edit]);
}

const inBody = (body: string): string => `---\nname: a\ndescription: Does a thing.\n---\n${body}`;

/** A comment about the rule `x`, before and after. */
const lines: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'above a field': [withFrontMatter('tools: Read, L$0S'), withFrontMatter(`# ${NEXT} x\ntools: Read, LS`)],
  'above an item, as it is indented': [
    withFrontMatter('tools:\n  - Read\n  - L$0S'),
    withFrontMatter(`tools:\n  - Read\n  # ${NEXT} x\n  - LS`),
  ],
  'in a flow list of several lines': [
    withFrontMatter('tools: [Read,\n  L$0S]'),
    withFrontMatter(`tools: [Read,\n  # ${NEXT} x\n  LS]`),
  ],
  'after a block scalar': [
    withFrontMatter('initialPrompt: |\n  Hi\ntools: L$0S'),
    withFrontMatter(`initialPrompt: |\n  Hi\n# ${NEXT} x\ntools: LS`),
  ],
  'after the last line of a value': [
    withFrontMatter('tools: Read,\n  L$0S'),
    withFrontMatter(`tools: Read,\n  LS # ${LINE} x`),
  ],
  'above the closing dashes': [
    '---\nname: a\ndescription: b\n-$0--\nHi\n',
    `---\nname: a\ndescription: b\n# ${NEXT} x\n---\nHi\n`,
  ],
  'into the comment that is there': [
    withFrontMatter(`# ${NEXT} y because of z\ntools: L$0S`),
    withFrontMatter(`# ${NEXT} y, x because of z\ntools: LS`),
  ],
  'into the comment at the end of the line': [
    withFrontMatter(`tools: L$0S # ${LINE} y`),
    withFrontMatter(`tools: LS # ${LINE} y, x`),
  ],
  'with the line ends of the file': [
    withFrontMatter('tools: L$0S').replaceAll('\n', '\r\n'),
    withFrontMatter(`# ${NEXT} x\ntools: LS`).replaceAll('\n', '\r\n'),
  ],
  'at the end of a paragraph’s line': [
    inBody('One\nt$0wo  \nthree\n'),
    inBody(`One\ntwo <!-- ${LINE} x -->  \nthree\n`),
  ],
  'before a hard line break': [inBody('One$0\\\ntwo\n'), inBody(`One <!-- ${LINE} x -->\\\ntwo\n`)],
  'at the end of a list item': [inBody('- One$0\n- two\n'), inBody(`- One <!-- ${LINE} x -->\n- two\n`)],
  'at the end of the text': [inBody('One$0'), inBody(`One <!-- ${LINE} x -->`)],
  'above a heading': [inBody('One\n\n## T$0wo\n'), inBody(`One\n\n<!-- ${NEXT} x -->\n## Two\n`)],
  'above a fence in a list': [
    inBody('- One\n\n  `$0``yaml\n  a: 1\n  ```\n'),
    inBody(`- One\n\n  <!-- ${NEXT} x -->\n  \`\`\`yaml\n  a: 1\n  \`\`\`\n`),
  ],
  'above a heading in a quote': [
    inBody('> One\n>\n> ## T$0wo\n'),
    inBody(`> One\n>\n> <!-- ${NEXT} x -->\n> ## Two\n`),
  ],
  'above the first row of a table': [
    inBody('| A$0 | B |\n| - | - |\n| c | d |\n'),
    inBody(`<!-- ${NEXT} x -->\n| A | B |\n| - | - |\n| c | d |\n`),
  ],
};

const files: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'into the frontmatter': [inBody('H$0i\n'), `---\n# ${FILE} x\nname: a\ndescription: Does a thing.\n---\nHi\n`],
  'into the comment for the file': [inBody(`H$0i <!-- ${FILE} y -->\n`), inBody(`Hi <!-- ${FILE} y, x -->\n`)],
  'to the end of a body without frontmatter': ['H$0i\n', `Hi\n\n<!-- ${FILE} x -->\n`],
  'to the start where the end is in a code block': ['H$0i\n\n```\na\n', `<!-- ${FILE} x -->\n\nHi\n\n\`\`\`\na\n`],
};

const nowhere: Readonly<Record<string, string>> = {
  'in a string of several lines': withFrontMatter('initialPrompt: "a\n  b$0\n  c"'),
  'in a plain value of several lines': withFrontMatter('tools: Read,\n  L$0S,\n  Bash'),
  'in a block scalar': withFrontMatter('initialPrompt: |\n  a\n  b$0\n  c'),
  'in a code block': inBody('```yaml\na: 1\nb: $02\n```\n'),
  'above the first line, where a problem of the whole file would be on the line of the comment': '$0# Title\n\nHi\n',
  'above the first dashes': '$0---\nname: a\ndescription: b\n---\nHi\n',
  'in a merge conflict': inBody('<<<<<<< a\nx$0\n=======\ny\n>>>>>>> b\n'),
};

describe('a comment that disables a rule', () => {
  for (const [where, [before, after]] of Object.entries(lines))
    it(`for a line is written ${where}`, () => assert.equal(ignoring(before, 'x', 'line'), after));

  for (const [where, [before, after]] of Object.entries(files))
    it(`for the file is written ${where}`, () => assert.equal(ignoring(before, 'x', 'file'), after));

  for (const [where, marked] of Object.entries(nowhere))
    it(`for a line is not written ${where}`, () => assert.equal(ignoring(marked, 'x', 'line'), undefined));

  it('is written into TOML, and into the prompt that is one of its strings', () => {
    const codex = formatById('codex') ?? assert.fail('there is no such format');
    const read = (text: string): Agent => readAgent(text, codex);
    const toml = "name = 'a'\nmodel = 'b'\ndeveloper_instructions = '''\nOne.\nTwo.\n'''\n";
    assert.equal(
      ignoring(toml.replace('model', '$0model'), 'x', 'line', read),
      toml.replace('model', `# ${NEXT} x\nmodel`),
    );
    assert.equal(ignoring(toml.replace('One', 'O$0ne'), 'x', 'file', read), `# ${FILE} x\n${toml}`);
    assert.equal(
      ignoring(toml.replace('Two', '$0Two'), 'x', 'line', read),
      toml.replace('Two.', `Two. <!-- ${LINE} x -->`),
    );
  });

  it('is not written into JSON', () => {
    const manifest = formatById('claude-code-plugin-manifest') ?? assert.fail('there is no such format');
    const read = (text: string): Agent => readAgent(text, manifest);
    for (const reach of ['line', 'file'] as const)
      assert.equal(ignoring('{\n  "na$0me": "p"\n}\n', 'x', reach, read), undefined);
  });

  it('is not written where another host would read something else', () => {
    const text = withFrontMatter('tools: Read');
    const at = { start: text.indexOf('tools'), end: text.indexOf('tools') };
    const read = agent(text);
    const picky: Agent = { ...read, format: { ...format, judge: (file) => ({ ...judged(), name: file.source.text }) } };
    const judged = () => read.verdict() ?? assert.fail('no verdict');
    assert.ok(ignoringEdit(read, 'x', at, 'line', [read]) !== undefined);
    assert.equal(ignoringEdit(read, 'x', at, 'line', [picky]), undefined);
  });

  it('disables the rule in each example of a rule, or is not written', () => {
    let [written, all] = [0, 0];
    for (const rule of rules)
      for (const example of rule.bad) {
        const { text } = readMarks(example.text);
        const read = agentOfExample(example, text);
        for (const finding of lint(read).findings.filter((one) => one.rule === rule.id))
          for (const reach of ['line', 'file'] as const) {
            all++;
            const edit = ignoringEdit(read, rule.id, finding.span, reach);
            if (edit === undefined) continue;
            written++;
            const after = agentOfExample(example, applyEdits(text, [edit]));
            const left = lint(after).findings.filter((one) => one.rule === rule.id);
            assert.ok(left.length < lint(read).findings.filter((one) => one.rule === rule.id).length, rule.id);
            assert.deepEqual(after.verdict()?.tools, read.verdict()?.tools);
            assert.equal(after.verdict()?.verdict, read.verdict()?.verdict);
          }
      }
    assert.ok(written > 0.8 * all, `${written} of ${all}`);
  });
});
