/** What VS Code itself reports in agent files, and that ours gives way exactly where both say the same. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, codeOf, leave, open, source, until } from './editor';

interface Case {
  readonly line: string;
  /** How the message of VS Code 1.139 begins. */
  readonly own: string;
  /** Our rule about the same line. */
  readonly rule: string;
  /** Whether both say the same: what VS Code does with the value. */
  readonly isSame: boolean;
}

/** The file of VS Code's own agents. */
const github: readonly Case[] = [
  { line: 'tools: [read, nothing]', own: "Unknown tool 'nothing' will be ignored", rule: 'tool-unknown', isSame: true },
  { line: 'target: nowhere', own: "The 'target' attribute must be one of", rule: 'field-value', isSame: true },
  { line: 'user-invocable: maybe', own: "The 'user-invocable' attribute must be", rule: 'field-value', isSame: true },
  { line: 'infer: true', own: "The 'infer' attribute is deprecated", rule: 'field-stray', isSame: true },
];

/** The file of Claude Code's agents, whose values VS Code knows only in part: it does not say what Claude Code does. */
const claude: readonly Case[] = [
  {
    line: 'permissionMode: nonsense',
    own: "Unknown value 'nonsense', valid: default",
    rule: 'field-value',
    isSame: false,
  },
  { line: 'memory: nowhere', own: "Unknown value 'nowhere', valid: user", rule: 'field-value', isSame: false },
  { line: 'model: gpt-4o', own: "Unknown value 'gpt-4o', valid: sonnet", rule: 'model-foreign', isSame: false },
];

const files: readonly (readonly [path: string, cases: readonly Case[]])[] = [
  ['.github/agents/checked.agent.md', github],
  ['.claude/agents/checked.md', claude],
];

const textOf = (cases: readonly Case[]): string =>
  [
    '---',
    'name: checked',
    'description: Checks the checks.',
    ...cases.map(({ line }) => line),
    '---',
    'You check.',
    '',
  ].join('\n');

const uriOf = (path: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('a folder is open'), path);

/** The problems on a line, of us and of VS Code. */
function problemsOn(
  document: vscode.TextDocument,
  { line, rule, own }: Case,
): { readonly ours: number; readonly own: number } {
  const number = document.getText().split(/\r?\n/).indexOf(line);
  const found = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.start.line === number);
  return {
    // Copilot CLI reads these files too, and what it does is something else.
    ours: found.filter((one) => one.source === source && codeOf(one) === rule && !one.message.includes('Copilot CLI'))
      .length,
    own: found.filter(({ message }) => message.startsWith(own)).length,
  };
}

suite('the checks of VS Code', () => {
  suiteSetup(async () => {
    await activated();
    for (const [path, cases] of files)
      await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(textOf(cases)));
  });
  suiteTeardown(async () => {
    for (const [path] of files) await vscode.workspace.fs.delete(uriOf(path));
  });
  teardown(leave);

  for (const [path, cases] of files)
    test(`are known, and ours give way where both say the same, in ${path}`, async function () {
      const { document } = await open(path);
      // Versions before these checks, which show all of ours.
      if (document.languageId !== 'chatagent') return this.skip();
      const settings = vscode.workspace.getConfiguration('agentAuthoring');
      const shown = () => cases.map((one) => problemsOn(document, one));
      const becomes = (
        what: string,
        wanted: readonly { readonly ours: number; readonly own: number }[],
      ): Promise<true> =>
        until(what, () => JSON.stringify(shown()) === JSON.stringify(wanted) || undefined).catch(() =>
          assert.fail(`${what}: ${JSON.stringify(shown())}`),
        );
      const alone = cases.map(({ isSame }) => ({ ours: isSame ? 0 : 1, own: 1 }));
      await becomes('one problem for what is the same', alone);
      try {
        await settings.update('vscodeChecks', 'showBoth', vscode.ConfigurationTarget.Global);
        await becomes(
          'both problems',
          cases.map(() => ({ ours: 1, own: 1 })),
        );
      } finally {
        await settings.update('vscodeChecks', undefined, vscode.ConfigurationTarget.Global);
      }
      await becomes('one problem again', alone);
    });
});
