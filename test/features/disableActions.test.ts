/** Actions for a finding that stays, and what fixing many at once leaves. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { codeActionsIn } from '../../server/core/features/actions/codeActions';
import { configurationParts, readConfigurationChange } from '../../server/core/features/actions/configurationChange';
import type { ActionRequest } from '../../server/core/features/actions/request';
import { fixWhole } from '../../server/core/features/actions/wholeFixes';
import { agent, atCursor, format, withFrontMatter } from '../agent';

const uri = 'file:///w/.claude/agents/a.md';
const full: ActionRequest = { uri, hasCommands: true, confirms: true, configures: { uri, version: 1 } };

function actions(marked: string, request: ActionRequest = full): readonly CodeAction[] {
  const { file, offset } = atCursor(marked);
  const all = { only: [CodeActionKind.QuickFix], invoked: true, automatic: false, ...request };
  return codeActionsIn(agentOf(file, format, uri), { start: offset, end: offset }, all);
}

const titles = (...given: Parameters<typeof actions>): readonly string[] => actions(...given).map(({ title }) => title);

const about = (rule: string): readonly string[] => [
  `Disable \`${rule}\` for this line`,
  `Disable \`${rule}\` for this file`,
  `Disable \`${rule}\` for this repository`,
  `Show documentation for \`${rule}\``,
  `Copy reproduction of \`${rule}\``,
];

describe('actions for a problem that stays', () => {
  it('come after its fixes, and none is preferred', () => {
    const marked = withFrontMatter('tools: Read, L$0S');
    assert.deepEqual(titles(marked), ['Replace `LS` with `Glob`', 'Remove `LS`', ...about('tool-removed')]);
    assert.deepEqual(
      actions(marked).flatMap(({ isPreferred, title }) => (isPreferred === true ? [title] : [])),
      ['Replace `LS` with `Glob`'],
    );
    for (const { diagnostics } of actions(marked)) assert.equal(diagnostics?.[0]?.code, 'tool-removed');
  });

  it('are there for two rules at most, the more severe one first', () => {
    const found = titles(withFrontMatter('tools: Todo$0Read, TodoRead, todoread'));
    const disabled = found.filter((title) => title.endsWith(' for this line'));
    assert.equal(disabled.length, 2);
    assert.equal(
      found.indexOf(disabled[0] ?? ''),
      found.findIndex((title) => title.startsWith('Disable')),
    );
  });

  it('are only those that the client can do', () => {
    const marked = withFrontMatter('tools: Read, L$0S');
    assert.deepEqual(titles(marked, { uri }).slice(2), about('tool-removed').slice(0, 2));
    assert.ok(titles(marked, { ...full, only: ['refactor'] }).every((title) => !/^(?:Disable|Show|Copy)/.test(title)));
  });

  it('name the rule and the document where the configuration file changes', () => {
    const found = actions(withFrontMatter('tools: Read, L$0S')).find(({ title }) => title.endsWith('repository'));
    assert.deepEqual(found?.data, { uri, version: 1, change: { kind: 'disable', rule: 'tool-removed' } });
    assert.equal(found?.edit, undefined);
  });

  it('allow a name that is only unknown', () => {
    const allowing = (names: readonly string[], request = full): readonly CodeAction[] =>
      actions(withFrontMatter('tools: D$0eploy'), {
        ...request,
        findings: () => [
          {
            rule: 'tool-unknown',
            severity: 'warning',
            span: { start: 0, end: 99 },
            message: 'm',
            unknown: { kind: 'tools', names },
          },
        ],
      }).filter(({ title }) => title.startsWith('Allow'));
    const [one] = allowing(['Deploy']);
    assert.equal(one?.title, 'Allow tool `Deploy` in this repository');
    const change = { kind: 'allow', list: 'tools', names: ['Deploy'] };
    assert.deepEqual(one.data, { uri, version: 1, change });
    assert.deepEqual(
      allowing(['a', 'b', 'c']).map(({ title }) => title),
      ['Allow tools `a`, `b` and 1 more in this repository'],
    );
    assert.deepEqual(allowing(['Deploy'], { uri }), []);
    assert.deepEqual(allowing(['x'.repeat(201)]), []);
  });

  it('cannot disable the finding that says that others are left out', () => {
    const file = agent(withFrontMatter(`tools: ${Array.from({ length: 300 }, (_, i) => `Foo${i}`).join(', ')}`)).file;
    const range = { start: 0, end: file.source.text.length };
    const found = codeActionsIn(agentOf(file, format, uri), range, { ...full, invoked: true, automatic: false });
    assert.ok(found.every(({ title }) => !title.startsWith('Disable `limit`')));
  });
});

describe('a change of the configuration file', () => {
  const change = { kind: 'disable', rule: 'x' } as const;
  const place = 'file:///w/.agent-authoring.json';

  it('keeps what is in it, or creates it', () => {
    const there = configurationParts(place, '{\n  // Why.\n  "rules": { "y": "off" }\n}\n', change, true);
    const [one] = there?.edit?.documentChanges ?? [];
    assert.ok(one !== undefined && 'edits' in one);
    assert.match(JSON.stringify(one.edits), /\\"x\\": \\"off\\"/);
    assert.equal(there?.command?.command, 'agentAuthoring.saveConfiguration');
    const created = configurationParts(place, undefined, change, false);
    assert.equal(created?.command, undefined);
    assert.match(JSON.stringify(created?.edit), /"kind":"create".*\\"rules\\"/);
  });

  it('adds names to a list', () => {
    const allow = { kind: 'allow', list: 'tools', names: ['B', 'A'] } as const;
    const created = configurationParts(place, undefined, allow, false);
    assert.match(JSON.stringify(created?.edit), /allow.*tools.*B.*A/);
    assert.equal(configurationParts(place, '{ "allow": { "tools": ["A", "B"] } }', allow, true), undefined);
  });

  it('is not made where the file is broken or says so already', () => {
    assert.equal(configurationParts(place, '{ "rules": ', change, true), undefined);
    assert.equal(configurationParts(place, '{ "rules": { "x": "off" } }', change, true), undefined);
  });

  it('is read from data of any shape', () => {
    assert.deepEqual(readConfigurationChange(change), change);
    const allow = { kind: 'allow', list: 'servers', names: ['a'] };
    assert.deepEqual(readConfigurationChange({ ...allow, names: ['a', 1] }), allow);
    assert.equal(readConfigurationChange({ ...allow, list: 'x' }), undefined);
    for (const data of [
      undefined,
      'x',
      {},
      { kind: 'disable' },
      { kind: 'disable', rule: 1 },
      { kind: 'y', rule: 'x' },
    ])
      assert.equal(readConfigurationChange(data), undefined);
  });
});

describe('fixing many problems', () => {
  const outcome = (text: string, whole: 'safe' | 'tool names', request: ActionRequest = full) =>
    fixWhole(agent(text, uri), whole, request);

  it('counts what it fixes and what needs a choice', () => {
    const { fixed, choices } = outcome(withFrontMatter('tools: Read, Read, edit, LS'), 'safe');
    assert.deepEqual([fixed, choices], [1, 2]);
    const names = outcome(withFrontMatter('tools: read, LS, MultiEdit, Bash'), 'tool names');
    assert.deepEqual([names.fixed, names.choices], [3, 0]);
  });

  it('has no edit where nothing can be fixed', () =>
    assert.deepEqual(outcome(withFrontMatter('tools: Read'), 'tool names'), { edit: undefined, fixed: 0, choices: 0 }));

  it('is confirmed by a person where it is not safe and changes several places', () => {
    const annotated = (text: string, whole: 'safe' | 'tool names', request = full): boolean =>
      outcome(text, whole, request).edit?.changeAnnotations !== undefined;
    const several = withFrontMatter('tools:\n  - LS\n  - Bash\n  - MultiEdit');
    assert.ok(annotated(several, 'tool names'));
    assert.ok(!annotated(several, 'tool names', { uri }), 'the client cannot ask');
    assert.ok(!annotated(withFrontMatter('tools: LS, Bash, MultiEdit'), 'tool names'), 'one place');
    assert.ok(!annotated(withFrontMatter('tools:\n  - Read\n  - Read\n  - Bash\n  - Bash'), 'safe'), 'safe');
  });

  it('shows each place of a single fix that changes several', () => {
    const report = '`$0``markdown\n# Report\n\n```bash\nmake\n```\n\n## Result\n```\n\nDone.\n';
    const marked = `---\nname: a\ndescription: Does a thing.\n---\n${report}`;
    const edits = actions(marked).flatMap(({ title, edit }) => (title.startsWith('Lengthen') ? [edit] : []));
    assert.equal(edits.length, 1);
    assert.deepEqual(
      Object.values(edits[0]?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
  });
});
