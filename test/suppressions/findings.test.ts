/** What is said about suppression comments themselves, and when nothing may be said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, type LintOptions, lint } from '../../server/core/lint/lint';
import { raisedBy } from '../../server/core/lint/raised';
import { selectionOf } from '../../server/core/lint/selection';
import { defaults, parseSettings } from '../../server/core/lint/settings';
import { rules } from '../../server/core/rules/index';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import type { Workspace } from '../../server/core/workspace/workspace';
import { agent } from '../agent';
import { agentText, type Files, HERE, indexOfFiles } from '../workspace/around';

/** A workspace of some files in which everything is known. */
const known = (files: Files): Workspace => ({
  presence: (path) => (Object.hasOwn(files, path) ? 'present' : 'absent'),
  manifest: () => undefined,
  usedHosts: () => new Set(),
  around: indexOfFiles(files).around,
});

/** The same before the files have been searched for. */
const unknown = (files: Files): Workspace => ({ ...known(files), presence: () => 'unknown', around: () => undefined });

const about = (text: string, options: LintOptions = {}): readonly LintFinding[] =>
  lint(agent(text, HERE), { workspace: known({ [HERE]: text }), ...options }).findings.filter(({ rule }) =>
    rule.startsWith('suppression-'),
  );

const rulesIn = (findings: readonly LintFinding[]): readonly string[] => findings.map(({ rule }) => rule);

const unused = (text: string, options?: LintOptions): readonly string[] =>
  about(text, options).flatMap(({ rule, message }) => (rule === 'suppression-unused' ? [message] : []));

/** The text after the first fix of the only finding. */
function fixed(text: string): string {
  const [finding, ...more] = about(text);
  assert.ok(finding !== undefined);
  assert.deepEqual(more, []);
  const [fix] = finding.fixes ?? [];
  assert.ok(fix !== undefined);
  assert.equal(fix.safe, false);
  return applyEdits(text, fix.edits);
}

const inBody = (...lines: readonly string[]): string => agentText('a', '', `${lines.join('\n')}\n`);
const NEXT = 'agent-authoring-disable-next-line';

describe('a comment without effect', () => {
  const text = agentText('a', `# ${NEXT} tool-removed\ntools: Read\n`);

  it('is faded, and removed with its line', () => {
    assert.deepEqual(
      about(text).map(({ rule, tag }) => [rule, tag]),
      [['suppression-unused', 'unnecessary']],
    );
    assert.equal(fixed(text), agentText('a', 'tools: Read\n'));
  });

  const removed: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'at the end of a line': [
      agentText('a', 'tools: Read  # agent-authoring-disable-line tool-removed\n'),
      agentText('a', 'tools: Read\n'),
    ],
    'with two hashes': [agentText('a', `  ## ${NEXT} tool-removed\ntools: Read\n`), agentText('a', 'tools: Read\n')],
    'with the line ends of Windows': [
      text.replaceAll('\n', '\r\n'),
      agentText('a', 'tools: Read\n').replaceAll('\n', '\r\n'),
    ],
    'in a paragraph': [inBody('One <!-- agent-authoring-disable-line secret --> two.'), inBody('One two.')],
    'between two paragraphs, which stay two': [
      inBody('One.', `<!-- ${NEXT} secret -->`, 'Two.'),
      inBody('One.', '', 'Two.'),
    ],
    'below an empty line': [inBody('One.', '', `<!-- ${NEXT} secret -->`, 'Two.'), inBody('One.', '', 'Two.')],
    'in a quote': [inBody('> One.', `> <!-- ${NEXT} secret -->`, '> Two.'), inBody('> One.', '>', '> Two.')],
    'with a second rule that has one': [
      agentText('a', `# ${NEXT} tool-removed, tool-case: old\ntools: Read, LS\n`),
      agentText('a', `# ${NEXT} tool-removed: old\ntools: Read, LS\n`),
    ],
  };
  for (const [where, [before, after]] of Object.entries(removed))
    it(`is removed ${where}`, () => assert.equal(fixed(before), after));

  it('is not removed where it does not end on its line', () => {
    const [finding] = about(inBody('One.', '', `<!-- ${NEXT} secret`, '-->', 'Two.'));
    assert.deepEqual([finding?.rule, finding?.fixes], ['suppression-unused', []]);
  });

  it('is not reported when the rule is off, or allowed names leave nothing to report', () => {
    const unknownTool = agentText('a', `# ${NEXT} tool-unknown\ntools: Read, Deploy\n`);
    assert.deepEqual(unused(text, { settings: parseSettings({ rules: { 'tool-removed': 'off' } }) }), []);
    assert.deepEqual(unused(unknownTool), []);
    assert.equal(unused(unknownTool, { settings: parseSettings({ allow: { tools: ['Deploy'] } }) }).length, 1);
  });

  it('is not reported because findings are cut off', () => {
    const many = agentText('a', `# ${NEXT} tool-renamed\ntools: Task, LS, MultiEdit, Raed, Wirte\n`);
    assert.deepEqual(unused(many, { settings: { ...defaults, maxFindings: 1 } }), []);
  });

  it('is not reported when it disables itself, by name only', () => {
    const silent = (comment: string): string => text.replace('---\nname', `---\n# ${comment}\nname`);
    assert.deepEqual(unused(silent('agent-authoring-disable-file suppression-unused')), []);
    assert.equal(unused(silent('agent-authoring-disable-file')).length, 1);
  });

  it('ignores comments whose first word only starts like a mark', () => {
    for (const word of ['agent-authoring-disabled', 'agent-authoring-ignored', 'agent-authoring-ignore_x'])
      assert.deepEqual(about(agentText('a', `# ${word} tool-removd\ntools: Read\n`)), []);
  });

  it('of another mark is another problem', () => {
    const findings = about(agentText('a', '# agent-authoring-disable tool-removed\ntools: Read\n'));
    assert.deepEqual(rulesIn(findings), ['suppression-unknown']);
    assert.deepEqual(
      findings.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title.replace(/.* with /, ''))),
      ['`agent-authoring-disable-next-line`', '`agent-authoring-disable-line`', '`agent-authoring-disable-file`'],
    );
  });
});

describe('a comment about other files', () => {
  const other = '/w/.claude/agents/sub/b.md';
  const text = agentText('alpha').replace('name:', `# ${NEXT} name-taken\nname:`);
  const taken: Files = { [HERE]: text, [other]: agentText('alpha') };
  const alone: Files = { [HERE]: text, [other]: agentText('beta') };

  it('is without effect only where the other files are known', () => {
    assert.deepEqual(unused(text, { workspace: known(taken) }), []);
    assert.equal(unused(text, { workspace: known(alone) }).length, 1);
    assert.deepEqual(unused(text, { workspace: unknown(alone) }), []);
  });

  it('without rules counts for them, too', () => {
    const bare = text.replace(' name-taken', '');
    const files = (one: Files): Files => ({ ...one, [HERE]: bare });
    const settings = parseSettings({ rules: { 'name-file': 'off' } });
    assert.deepEqual(unused(bare, { settings, workspace: known(files(taken)) }), []);
    assert.equal(unused(bare, { settings, workspace: known(files(alone)) }).length, 1);
    assert.deepEqual(unused(bare, { settings, workspace: unknown(files(alone)) }), []);
  });

  it('is not judged while a linked file is unknown', () => {
    const linked = inBody(`<!-- ${NEXT} link-missing -->`, 'Read [it](x.md).');
    const workspace = known({ [HERE]: linked });
    assert.deepEqual(unused(linked, { workspace }), []);
    assert.equal(unused(linked, { workspace: { ...workspace, presence: () => 'present' } }).length, 1);
    assert.deepEqual(unused(linked, { workspace: { ...workspace, presence: () => 'unknown' } }), []);
    const bare = linked.replace(' link-missing', '');
    assert.equal(unused(bare, { workspace: { ...workspace, presence: () => 'present' } }).length, 1);
    assert.deepEqual(unused(bare, { workspace: { ...workspace, presence: () => 'unknown' } }), []);
  });
});

it('a rule that has failed proves nothing by its silence', () => {
  const text = inBody(`<!-- ${NEXT} secret -->`, 'Hi.');
  const selection = selectionOf(defaults)(rules)(agent(text).format);
  const known = { isUnknown: false, hasOthers: false, hasHosts: false };
  const failed = [{ rule: 'secret', error: new Error('failed') }];
  assert.ok(raisedBy(selection, [], { ...known, failed: [] }).certain.includes('secret'));
  const after = raisedBy(selection, [], { ...known, failed });
  assert.deepEqual(
    [after.certain.includes('secret'), after.later.includes('secret'), after.isComplete],
    [false, false, false],
  );
});

describe('a comment about another reader', () => {
  const second = formatById('gemini-cli') ?? assert.fail('there is no such format');
  const text = document`
    ---
    name: a
    description: Does a thing.
    # agent-authoring-disable-next-line field-foreign
    color: blue
    ---
    Hi
    `;
  const options = (used: readonly string[], isComplete: boolean): LintOptions => ({
    workspace: { ...(isComplete ? known : unknown)({ [HERE]: text }), usedHosts: () => new Set(used) },
    others: [readAgent(text, second, HERE)],
  });

  it('has an effect where the project is used with its host', () => {
    assert.deepEqual(unused(text, options(['gemini-cli'], true)), []);
    assert.equal(unused(text, options([], true)).length, 1);
  });

  it('is not judged before it is known what the project is used with', () => {
    assert.deepEqual(unused(text, options([], false)), []);
  });
});

describe('a comment without a reason', () => {
  const settings = parseSettings({ suppressions: { requireReason: true } });
  const withComment = (comment: string): string => agentText('a', `# ${comment}\ntools: Read, LS\n`);

  for (const comment of [`${NEXT} tool-removed`, `${NEXT} tool-removed:`, NEXT, 'agent-authoring-ignore tool-removed'])
    it(`is reported when the settings require one: ${comment}`, () => {
      assert.deepEqual(rulesIn(about(withComment(comment), { settings })), ['suppression-reason']);
      assert.deepEqual(about(withComment(comment)), []);
    });

  for (const comment of [`${NEXT} tool-removed: old`, `${NEXT}: old`, `${NEXT} tool-removed because it is old`])
    it(`is not reported with one: ${comment}`, () => assert.deepEqual(about(withComment(comment), { settings }), []));
});
