/** The fix of files whose fields have no dashes around them: no field is lost, and the agent gets no tool that they do not name. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent, withText } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';

const fields = 'name: reviewer\ndescription: Reviews a diff before it is committed.\ntools: Read\n';
const prompt = 'You review code.\nRead the diff first.\n';

/** What the file is like, its text, and the text after the fix. */
const texts: readonly (readonly [string, string, string])[] = [
  ['the dashes below them', `${fields}---\n${prompt}`, `---\n${fields}---\n${prompt}`],
  ['no dashes', `${fields}\n${prompt}`, `---\n${fields}---\n\n${prompt}`],
  ['no blank line', `${fields}${prompt}`, `---\n${fields}---\n${prompt}`],
  ['a thematic break further down', `${fields}\nHi\n\n---\nBye\n`, `---\n${fields}---\n\nHi\n\n---\nBye\n`],
  ['blank lines above them', `\n\n${fields}---\n${prompt}`, `---\n\n\n${fields}---\n${prompt}`],
  ['a byte order mark', `\uFEFF${fields}---\n${prompt}`, `\uFEFF---\n${fields}---\n${prompt}`],
  ['no line end', fields.trimEnd(), `---\n${fields}---\n`],
  [
    'Windows line ends',
    `${fields}\n${prompt}`.replaceAll('\n', '\r\n'),
    `---\n${fields}---\n\n${prompt}`.replaceAll('\n', '\r\n'),
  ],
];

describe('fields without dashes', () => {
  const format = formatById('claude-code');
  assert.ok(format !== undefined);
  const agentIn = (text: string) => readAgent(text, format, '.claude/agents/reviewer.md');
  const fixesOf = (text: string) =>
    lint(agentIn(text)).findings.flatMap(({ rule, fixes = [] }) => (rule === 'frontmatter-missing' ? fixes : []));

  for (const [what, text, after] of texts)
    it(`are enclosed: ${what}`, () => {
      const [fix, ...others] = fixesOf(text);
      assert.ok(fix !== undefined);
      assert.deepEqual(others, []);
      assert.equal(applyEdits(text, fix.edits), after);
      assert.deepEqual(withText(after, agentIn(text)).verdict()?.tools.effective, ['Read']);
    });

  for (const text of ['Note: this is a prompt.\n', 'Hi\nname: a\n', '# name: a\n'])
    it(`are not seen in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        fixesOf(text).map(({ title }) => title),
        ['Insert frontmatter'],
      );
    });
});
