/** A sample of two folders with a fault for each rule about several files: all are found, fixed and left behind by a rename. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import {
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { rules } from '../../server/core/rules/index';
import { applyEdit } from './appliedEdit';
import { type Conversation, converse, shown } from './conversation';
import { MemoryFiles, quiet } from './memoryFiles';

const SAMPLE = 'test/fixtures/system';
const ROOT = 'file:///s';

/** All files of the sample by their URIs. */
const sample = (): MemoryFiles => {
  const paths = readdirSync(SAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(SAMPLE.length + 1)
        .replaceAll('\\', '/'),
    );
  return new MemoryFiles(
    Object.fromEntries(paths.map((path) => [`${ROOT}/${path}`, readFileSync(join(SAMPLE, path), 'utf8')])),
  );
};

/** Every fault: its file, its rule, and the text that is marked. */
const faults = [
  'app/.claude/agents/API-Docs.md: name-alike API-Docs',
  'app/.claude/agents/api_docs.md: name-alike api_docs',
  'app/.claude/agents/code-review.md: name-taken reviewer',
  'app/.claude/agents/developer.md: agent-cycle tester',
  'app/.claude/agents/lead.md: agent-ambiguous api-docs',
  'app/.claude/agents/lead.md: agent-unknown deployer',
  'app/.claude/agents/localizer.md: description-alike Use to translate texts of the checkout pages into French, German and Italian, and keep their placeholders.',
  'app/.claude/agents/migrator.md: body-skill snapshot',
  'app/.claude/agents/migrator.md: skill-unknown rolback',
  'app/.claude/agents/reviewer.md: name-taken reviewer',
  'app/.claude/agents/support.md: server-unknown mcp__issue_tracker__create',
  'app/.claude/agents/tester.md: agent-cycle developer',
  'app/.claude/agents/tester.md: report-key-drift next_step',
  'app/.claude/agents/translator.md: description-alike Translates the texts of the checkout pages into German, French and Italian and keeps their placeholders.',
  'app/services/payments/.claude/agents/tester.md: name-hides tester',
  'library/.claude/agents/maintainer.md: agent-unnamed Delegate each group to the most suitable subagent',
  'library/release/agents/publisher.md: agent-unknown changelog',
];

/** What has an action: the file, the rule, the title of the action, and the faults elsewhere that are gone with it. */
const repairs: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    'app/.claude/agents/code-review.md',
    'name-taken',
    'Rename this agent to `code-review`',
    'app/.claude/agents/reviewer.md: name-taken reviewer',
  ],
  ['app/.claude/agents/lead.md', 'agent-ambiguous', 'Replace `api-docs` with `api_docs`'],
  ['app/.claude/agents/lead.md', 'agent-unknown', 'Create the agent `deployer`'],
  ['app/.claude/agents/migrator.md', 'skill-unknown', 'Replace `rolback` with `rollback`'],
  ['app/.claude/agents/migrator.md', 'body-skill', 'Create the skill `snapshot`'],
  ['app/.claude/agents/support.md', 'server-unknown', 'Replace `issue_tracker` with `issue-tracker`'],
  ['app/.claude/agents/tester.md', 'report-key-drift', 'Rename `next_step` to `next_steps`'],
  ['library/.claude/agents/maintainer.md', 'agent-unnamed', 'List the 3 agents of this workspace'],
  ['library/release/agents/publisher.md', 'agent-unknown', 'Replace `changelog` with `release:changelog`'],
];

/** The faults that are gone after an action. */
const goneBy = ([path, rule, , ...more]: (typeof repairs)[number]): readonly string[] => [
  ...faults.filter((fault) => fault.startsWith(`${path}: ${rule} `)),
  ...more,
];

/** The descriptions of small files stay within the budget. */
const TOO_LARGE = 'descriptions-over-budget';

/** The server reports rules about one file as well; the sample has hints of them. */
const across: ReadonlySet<string> = new Set(rules.flatMap((rule) => ('across' in rule ? [rule.id] : [])));

const isAcross = ({ code }: Diagnostic): boolean => across.has(String(code));

async function start(t: TestContext, files: MemoryFiles): Promise<Conversation> {
  const conversation = await converse(t, {
    host: files.host,
    workspaceFolders: ['app', 'library'].map((name) => ({ uri: `${ROOT}/${name}`, name })),
    capabilities: {
      workspace: {
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
    },
  });
  await quiet(conversation, files);
  return conversation;
}

/** What was published last about each file, by its path in the sample. */
const last = ({ published }: Conversation): ReadonlyMap<string, readonly Diagnostic[]> =>
  new Map(published.map(({ uri, diagnostics }) => [uri.slice(ROOT.length + 1), diagnostics]));

/** The problems of all files, as the list of faults writes them. */
const problems = (
  conversation: Conversation,
  files: MemoryFiles,
  isWanted: (one: Diagnostic) => boolean = () => true,
): readonly string[] =>
  [...last(conversation)]
    .flatMap(([path, list]) =>
      shown(files.get(`${ROOT}/${path}`) ?? '', list.filter(isWanted)).map((one) => `${path}: ${one}`),
    )
    .sort();

/** Whether an open file changes nothing is tested elsewhere; here files are open only while actions are asked for. */
async function whileOpen<T>(
  { client, open }: Conversation,
  files: MemoryFiles,
  path: string,
  ask: (uri: string) => Promise<T>,
): Promise<T> {
  const uri = `${ROOT}/${path}`;
  open(files.get(uri) ?? '', uri);
  try {
    return await ask(uri);
  } finally {
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
}

/** The quick fixes at a problem. */
const actionsAt = (
  conversation: Conversation,
  files: MemoryFiles,
  path: string,
  rule: string,
): Promise<readonly CodeAction[]> =>
  whileOpen(conversation, files, path, async (uri) => {
    const problem = last(conversation)
      .get(path)
      ?.find(({ code }) => code === rule);
    assert.ok(problem, `${path} has no ${rule}`);
    const actions = await conversation.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: problem.range,
      context: { diagnostics: [problem], only: ['quickfix'] },
    });
    return actions.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === rule));
  });

/** Renames what is at the first place of a text. */
const renamed = (
  conversation: Conversation,
  files: MemoryFiles,
  path: string,
  at: string,
  newName: string,
): Promise<WorkspaceEdit> =>
  whileOpen(conversation, files, path, (textDocumentUri) => {
    const before = (files.get(textDocumentUri) ?? '').split(at)[0] ?? '';
    const lines = before.split('\n');
    return conversation.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: textDocumentUri },
      position: { line: lines.length - 1, character: (lines.at(-1) ?? '').length + 1 },
      newName,
    });
  });

describe('two folders with a fault for each rule about several files', () => {
  it('have a fault for each of these rules', () => {
    const planted = new Set(faults.map((fault) => fault.split(' ')[1]));
    assert.deepEqual(
      [...across].filter((id) => !planted.has(id)),
      [TOO_LARGE],
    );
  });

  it('show all of them although no file is open, and otherwise only hints', async (t) => {
    const files = sample();
    const conversation = await start(t, files);
    assert.deepEqual(problems(conversation, files, isAcross), faults);
    const others = problems(
      conversation,
      files,
      (one) => !isAcross(one) && (one.severity ?? 1) < DiagnosticSeverity.Hint,
    );
    assert.deepEqual(others, []);
  });

  it('lose each fault that has an action by that action, and get no other one', async (t) => {
    const files = sample();
    const conversation = await start(t, files);
    for (const repair of repairs) {
      const [path, rule, title] = repair;
      const before = problems(conversation, files);
      const actions = await actionsAt(conversation, files, path, rule);
      const edit = actions.find((one) => one.title === title)?.edit;
      assert.ok(edit, `${title} is not among ${actions.map((one) => one.title).join(', ')}`);
      await applyEdit(conversation, files, edit);
      await quiet(conversation, files);
      const after = problems(conversation, files);
      assert.deepEqual(
        after.filter((one) => !before.includes(one)),
        [],
        `new after: ${title}`,
      );
      for (const fault of goneBy(repair))
        assert.ok(before.includes(fault) && !after.includes(fault), `${title}: ${fault}`);
    }
    const repaired = repairs.flatMap(goneBy);
    assert.deepEqual(
      problems(conversation, files, isAcross),
      faults.filter((fault) => !repaired.includes(fault)),
    );
  });

  it('have no action for the other faults', async (t) => {
    const files = sample();
    const conversation = await start(t, files);
    const repaired = repairs.flatMap(goneBy);
    for (const fault of faults.filter((one) => !repaired.includes(one))) {
      const [path = '', rest = ''] = fault.split(': ');
      const [rule = ''] = rest.split(' ');
      const ours = await actionsAt(conversation, files, path, rule);
      assert.deepEqual(
        ours.map(({ title }) => title).filter((title) => !title.startsWith('Disable ')),
        [],
        fault,
      );
    }
  });

  it('rename an agent in its file, its report, all calls and the name of the file, and back', async (t) => {
    const files = sample();
    const stored = files.entries().toSorted();
    const conversation = await start(t, files);
    const lead = 'app/.claude/agents/lead.md';
    const edit = await renamed(conversation, files, lead, 'planner', 'architect');
    await applyEdit(conversation, files, edit);
    await quiet(conversation, files);
    const moved = files.get(`${ROOT}/app/.claude/agents/architect.md`) ?? '';
    assert.match(moved, /^---\nname: architect\n[\s\S]*\n {2}agent: architect\n/);
    assert.match(files.get(`${ROOT}/${lead}`) ?? '', /Use the `architect` agent/);
    assert.deepEqual(
      files.entries().filter(([uri, text]) => uri.includes('planner') || text.includes('planner')),
      [],
    );
    assert.deepEqual(problems(conversation, files, isAcross), faults);
    await applyEdit(conversation, files, await renamed(conversation, files, lead, 'architect', 'planner'));
    await quiet(conversation, files);
    assert.deepEqual(files.entries().toSorted(), stored);
    assert.deepEqual(problems(conversation, files, isAcross), faults);
  });

  it('lead from a call to the agent in another file, and from there to all calls', async (t) => {
    const files = sample();
    const conversation = await start(t, files);
    const uri = `${ROOT}/library/.claude/agents/maintainer.md`;
    const text = `${files.get(uri) ?? ''}4. Ask @agent-release:publisher to release it.\n`;
    conversation.open(text, uri);
    await quiet(conversation, files);
    const line = text.split('\n').length - 2;
    const at = { textDocument: { uri }, position: { line, character: '4. Ask @agent-release:p'.length } };
    const definition = await conversation.client.sendRequest<Location[]>('textDocument/definition', at);
    assert.deepEqual(
      definition.map((one) => one.uri),
      [`${ROOT}/library/release/agents/publisher.md`],
    );
    const references = await conversation.client.sendRequest<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map((one) => one.uri),
      [`${ROOT}/library/release/agents/publisher.md`, uri],
    );
  });
});
