/** Agents that belong together: what VS Code knows about closed files, where names lead, and what changes several files. */
import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, codeOf, labelOf, leave, open, place, source, until } from './editor';

const AGENTS = 'team/app/.claude/agents';

/** Files of the sample with the rules that report them, without hints. */
const faults = [
  `${AGENTS}/API-Docs.md name-alike`,
  `${AGENTS}/api_docs.md name-alike`,
  `${AGENTS}/code-review.md name-taken`,
  `${AGENTS}/developer.md agent-cycle`,
  `${AGENTS}/lead.md agent-ambiguous`,
  `${AGENTS}/lead.md agent-unknown`,
  `${AGENTS}/localizer.md description-alike`,
  `${AGENTS}/migrator.md body-skill`,
  `${AGENTS}/migrator.md skill-unknown`,
  `${AGENTS}/reviewer.md name-taken`,
  `${AGENTS}/support.md server-unknown`,
  `${AGENTS}/tester.md agent-cycle`,
  `${AGENTS}/tester.md report-key-drift`,
  `${AGENTS}/translator.md description-alike`,
  'team/app/services/payments/.claude/agents/tester.md name-hides',
  'team/library/release/agents/publisher.md agent-unknown',
];

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

const pathOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);

/** What is reported about all files of the sample. */
const reported = (): readonly string[] =>
  vscode.languages
    .getDiagnostics()
    .flatMap(([uri, list]) =>
      list
        .filter((one) => one.source === source && one.severity < vscode.DiagnosticSeverity.Hint)
        .map((one) => `${pathOf(uri)} ${codeOf(one)}`),
    )
    .filter((one) => one.startsWith('team/'))
    .sort();

/** Waits until exactly the known faults are reported. */
async function faultsOnly(): Promise<void> {
  let last: readonly string[] = [];
  await until('the faults of the sample', () => {
    last = reported();
    return last.join('\n') === faults.join('\n') || undefined;
  }).catch(() => assert.equal(last, faults, 'problems of all files'));
}

/** The place inside a text of a document. */
function inside(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `'${text}' is in the document`);
  return document.positionAt(at + 1);
}

/** Asks VS Code until the answer contains something. */
const ask = <T>(command: string, ...parameters: readonly unknown[]): Promise<readonly T[]> =>
  until(command, async () => {
    const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...parameters);
    return found !== undefined && found !== null && found.length > 0 ? found : undefined;
  });

const exists = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

/** Saves what an edit has changed: VS Code changes closed files in memory. */
async function save(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  assert.ok(!document.isDirty || (await document.save()), `${pathOf(uri)} is saved`);
}

/** Deletes a file or folder as the explorer does, so that VS Code also forgets the texts that it still has. */
async function remove(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { recursive: true });
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** The action of this title, with its edit. */
const actionNamed = (
  { uri }: vscode.TextDocument,
  at: vscode.Position,
  kind: vscode.CodeActionKind,
  title: RegExp,
): Promise<vscode.WorkspaceEdit> =>
  until(`the action ${title}`, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(at, at),
      kind.value,
    );
    return actions.find((action) => title.test(action.title))?.edit;
  });

/**
 * The edit of a renaming, as VS Code applies it. Its command for extensions answers with the renamed file before the edits in it, so
 * this asks as the window does.
 */
async function renameEdit(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
): Promise<vscode.WorkspaceEdit> {
  const client = (await activated()).client();
  assert.ok(client, 'the server runs');
  const { code2ProtocolConverter, protocol2CodeConverter } = client;
  return until('the edit of the renaming', async () => {
    const edit = await client.sendRequest<Parameters<typeof protocol2CodeConverter.asWorkspaceEdit>[0]>(
      'textDocument/rename',
      {
        textDocument: { uri: code2ProtocolConverter.asUri(uri) },
        position: code2ProtocolConverter.asPosition(position),
        newName,
      },
    );
    return protocol2CodeConverter.asWorkspaceEdit(edit);
  });
}

suite('agents that belong together', () => {
  teardown(leave);

  test('problems of files that are not open are shown', faultsOnly);

  test('a call leads to the agent, and the agent to its calls', async () => {
    const { document } = await open(`${AGENTS}/lead.md`);
    const at = inside(document, 'planner');
    const definitions = await ask<vscode.Location | vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.equal(
      definitions.map((one) => pathOf('targetUri' in one ? one.targetUri : one.uri)),
      [`${AGENTS}/planner.md`],
    );
    const references = await ask<vscode.Location>('vscode.executeReferenceProvider', document.uri, at);
    const found = references.map(({ uri }) => pathOf(uri));
    assert.ok(found.includes(`${AGENTS}/lead.md`) && found.includes(`${AGENTS}/planner.md`), String(found));
  });

  test('an agent is found by its name', async () => {
    await open(`${AGENTS}/lead.md`);
    const symbols = await ask<vscode.SymbolInformation>('vscode.executeWorkspaceSymbolProvider', 'publisher');
    assert.equal(
      symbols.map(({ name, location }) => `${name} ${pathOf(location.uri)}`),
      ['release:publisher team/library/release/agents/publisher.md'],
    );
  });

  test('the call hierarchy shows who starts an agent', async () => {
    const { document } = await open(`${AGENTS}/tester.md`);
    const [item] = await ask<vscode.CallHierarchyItem>(
      'vscode.prepareCallHierarchy',
      document.uri,
      inside(document, 'tester'),
    );
    const incoming = await ask<vscode.CallHierarchyIncomingCall>('vscode.provideIncomingCalls', item);
    assert.equal(
      incoming.map(({ from }) => from.name),
      ['developer'],
    );
    const outgoing = await ask<vscode.CallHierarchyOutgoingCall>('vscode.provideOutgoingCalls', item);
    assert.equal(
      outgoing.map(({ to }) => to.name),
      ['developer'],
    );
  });

  test('names of agents are completed between the brackets of the tool that starts them', async () => {
    const editor = await open(`${AGENTS}/lead.md`);
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('Agent') + 'Agent'.length);
    await editor.edit((edit) => edit.insert(at, '()'));
    const between = at.translate(0, 1);
    place(editor, between);
    const labels = await until('names of agents', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        between,
      );
      const found = list.items.map(labelOf);
      return found.includes('planner') ? found : undefined;
    });
    assert.ok(labels.includes('release:publisher'), `offered: ${labels}`);
  });

  test('the lens shows the calls', async () => {
    const { document } = await open(`${AGENTS}/planner.md`);
    const lens = await until('the lens', async () =>
      (
        await vscode.commands.executeCommand<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)
      ).find(({ command }) => command?.title === 'Called by 1'),
    );
    assert.ok(lens.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await until(
      'the calls in a peek window',
      () =>
        vscode.window.visibleTextEditors.some((one) => pathOf(one.document.uri) === `${AGENTS}/lead.md`) || undefined,
    );
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  test('a missing agent is created', async () => {
    const { document } = await open(`${AGENTS}/lead.md`);
    const file = uriOf(`${AGENTS}/deployer.md`);
    const at = inside(document, 'deployer');
    const edit = await actionNamed(document, at, vscode.CodeActionKind.QuickFix, /^Create the agent `deployer`$/);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await save(file);
    assert.match(await read(file), /^---\nname: deployer\n/);
    await until('no call of an unknown agent', () =>
      reported().includes(`${AGENTS}/lead.md agent-unknown`) ? undefined : true,
    );
    await remove(file);
    await faultsOnly();
  });

  test('a section becomes a skill', async () => {
    const { document } = await open(`${AGENTS}/developer.md`);
    const stored = document.getText();
    const skills = uriOf('team/app/.claude/skills/database-access');
    const at = inside(document, 'Database access');
    const edit = await actionNamed(document, at, vscode.CodeActionKind.RefactorExtract, /skill/);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await save(document.uri);
    await save(vscode.Uri.joinPath(skills, 'SKILL.md'));
    assert.match(await read(vscode.Uri.joinPath(skills, 'SKILL.md')), /Never write SQL in a request handler/);
    assert.ok(document.getText().includes('database-access') && !document.getText().includes('SQL'));
    const back = new vscode.WorkspaceEdit();
    back.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), stored);
    assert.equal(await vscode.workspace.applyEdit(back), true);
    await save(document.uri);
    await remove(skills);
    await faultsOnly();
  });

  test('renaming an agent changes all files, and is undone in one step', async () => {
    const lead = uriOf(`${AGENTS}/lead.md`);
    const [before, after] = ['planner', 'architect'].map((name) => uriOf(`${AGENTS}/${name}.md`));
    assert.ok(before && after);
    const stored = [await read(lead), await read(before)];
    const { document } = await open(`${AGENTS}/lead.md`);
    const edit = await renameEdit(document, inside(document, 'planner'), 'architect');
    assert.equal(await vscode.workspace.applyEdit(edit, { isRefactoring: true }), true);
    assert.ok(document.getText().includes('`architect`') && !document.getText().includes('planner'));
    assert.equal([await exists(before), await exists(after)], [false, true]);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the old name', async () => ((await exists(before)) && !(await exists(after)) ? true : undefined));
    await until('the old texts', async () => {
      for (const uri of [lead, before]) await save(uri);
      return (await read(lead)) === stored[0] && (await read(before)) === stored[1] ? true : undefined;
    });
    await faultsOnly();
  });
});
