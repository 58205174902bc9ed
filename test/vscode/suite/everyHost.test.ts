/** One faulty file of every kind that some host reads: it is recognized, checked, completed and fixed, whatever its language is called. */

import * as vscode from 'vscode';
import * as assert from './assert';
import {
  activated,
  applyQuickFix,
  codeOf,
  labelOf,
  leave,
  lineOf,
  loadLens,
  open,
  ours,
  place,
  rewrite,
  until,
} from './editor';

interface Sample {
  /** From the folder of the samples on. */
  readonly path: string;
  /** As VS Code calls the language; older versions call each `.md` file Markdown. */
  readonly language: string;
  /** The rule that reports the fault. */
  readonly code: string;
  /** Above the first line, before and after the fault is fixed; undefined where it is not known how the host loads the file. */
  readonly lens: readonly [before: string | undefined, after: string | undefined];
  /** The beginning of a line, what it is replaced by, with `|` for the cursor, and what is offered there. */
  readonly offer: readonly [line: string, typed: string, label: string];
}

const misspelledDescription = { code: 'field-misnamed', offer: ['descripton', 'descr|', 'description'] } as const;
const unknownMode = {
  code: 'field-value',
  lens: ['Not loaded: the value of mode is not one of its values', 'Loads as reviewer · every tool'],
  offer: ['mode:', 'mode: |', 'primary'],
} as const;

const samples: readonly Sample[] = [
  {
    path: '.github/agents/planner.agent.md',
    language: 'chatagent',
    code: 'tool-duplicate',
    lens: ['Loads as planner · 2 tools', 'Loads as planner · 2 tools'],
    offer: ['tools:', 'tools: [search, |]', 'edit'],
  },
  {
    path: '.github/agents/sub/tester.md',
    language: 'markdown',
    code: 'tool-duplicate',
    lens: ['Loads as tester · 5 tools', 'Loads as tester · 5 tools'],
    offer: ['tools:', 'tools: [read, |]', 'execute'],
  },
  {
    path: '.claude/skills/changelog/SKILL.md',
    language: 'skill',
    code: 'tool-removed',
    lens: ['Loads as /changelog · 2 tools approved', 'Loads as /changelog · 2 tools approved'],
    offer: ['allowed-tools:', 'allowed-tools: Read, |', 'Grep'],
  },
  {
    path: '.claude/commands/triage.md',
    language: 'markdown',
    code: 'tool-removed',
    lens: ['Loads as /triage · 2 tools approved', 'Loads as /triage · 2 tools approved'],
    offer: ['allowed-tools:', 'allowed-tools: Read, |', 'Grep'],
  },
  {
    path: '.claude/output-styles/brief.md',
    language: 'markdown',
    code: 'field-misnamed',
    lens: ['Loads as Brief · output style', 'Loads as Brief · output style'],
    offer: ['keep-coding', 'keep|', 'keep-coding-instructions'],
  },
  {
    path: 'plugin/.claude-plugin/plugin.json',
    language: 'json',
    code: 'field-misnamed',
    lens: ['Loads as sample-plugin · plugin', 'Loads as sample-plugin · plugin'],
    offer: ['  "versions"', '  "|', 'version'],
  },
  {
    path: 'plugin/.claude-plugin/marketplace.json',
    language: 'json',
    code: 'field-misnamed',
    lens: ['Loads as sample-marketplace · marketplace', 'Loads as sample-marketplace · marketplace'],
    offer: ['  "descripton"', '  "|', 'description'],
  },
  {
    path: 'plugin/agents/formatter.md',
    language: 'markdown',
    code: 'tool-removed',
    lens: [
      'Loads as sample-plugin:formatter · 2 tools · MultiEdit ignored',
      'Loads as sample-plugin:formatter · 2 tools',
    ],
    offer: ['tools:', 'tools: Read, |', 'Grep'],
  },
  {
    path: 'plugin/skills/format/SKILL.md',
    language: 'skill',
    code: 'tool-removed',
    lens: ['Loads as /sample-plugin:format · 2 tools approved', 'Loads as /sample-plugin:format · 2 tools approved'],
    offer: ['allowed-tools:', 'allowed-tools: Read, |', 'Grep'],
  },
  {
    path: 'plugin/commands/triage.md',
    language: 'markdown',
    code: 'tool-removed',
    lens: ['Loads as /sample-plugin:triage · 2 tools approved', 'Loads as /sample-plugin:triage · 2 tools approved'],
    offer: ['allowed-tools:', 'allowed-tools: Read, |', 'Grep'],
  },
  {
    path: 'plugin/hooks/hooks.json',
    language: 'json',
    code: 'hook-unreadable',
    lens: ['Loads as hooks.json · hooks of the plugin', 'Loads as hooks.json · hooks of the plugin'],
    offer: ['    "PostToolUze"', '    "|": []', 'PreToolUse'],
  },
  { path: '.opencode/agents/reviewer.md', language: 'markdown', ...unknownMode },
  {
    path: '.opencode/commands/triage.md',
    language: 'markdown',
    code: 'field-misnamed',
    lens: ['Loads as /triage · command', 'Loads as /triage · command'],
    offer: ['agnet:', 'ag|', 'agent'],
  },
  {
    path: 'opencode.json',
    language: 'json',
    code: 'field-value',
    lens: ['Not loaded: the value of agent is no value for mode of auditor (not one of its values)', undefined],
    offer: ['      "mode"', '      "mode": "|"', 'primary'],
  },
  { path: '.kilo/agents/reviewer.md', language: 'markdown', ...unknownMode },
  {
    path: '.kilo/commands/triage.md',
    language: 'markdown',
    code: 'field-misnamed',
    lens: ['Loads as /triage · command', 'Loads as /triage · command'],
    offer: ['agnet:', 'ag|', 'agent'],
  },
  {
    path: 'kilo.json',
    language: 'json',
    code: 'field-misnamed',
    lens: [undefined, undefined],
    offer: ['  "agents"', '  "|', 'agent'],
  },
  {
    path: '.gemini/agents/reviewer.md',
    language: 'markdown',
    code: 'tool-foreign',
    lens: ['Not loaded: Read is not a tool of this program', 'Loads as reviewer · 2 tools'],
    offer: ['tools:', 'tools: [|]', 'read_file'],
  },
  {
    path: '.qwen/agents/reviewer.md',
    language: 'markdown',
    code: 'tool-foreign',
    lens: ['Loads as reviewer · 1 tool · Read ignored', 'Loads as reviewer · 2 tools'],
    offer: ['tools:', 'tools: [|]', 'read_file'],
  },
  {
    path: '.codex/agents/reviewer.toml',
    language: 'toml',
    code: 'field-misnamed',
    lens: [
      'Not loaded: sandbox_mod is not a field of this format',
      'Loads as reviewer · every tool · commands change no files',
    ],
    offer: ['sandbox_mod', 'sand|', 'sandbox_mode'],
  },
  {
    path: '.agents/skills/deploy/SKILL.md',
    language: 'skill',
    ...misspelledDescription,
    lens: ['Not loaded: description is missing', 'Loads as deploy · skill'],
  },
  {
    path: '.cline/agents/reviewer.yaml',
    language: 'yaml',
    code: 'tool-unknown',
    lens: ['Loads as reviewer · 1 tool · search_codebas ignored', 'Loads as reviewer · 2 tools'],
    offer: ['tools:', 'tools: read_files, |', 'search_codebase'],
  },
  {
    path: '.factory/droids/reviewer.md',
    language: 'markdown',
    code: 'tool-duplicate',
    lens: ['Loads as reviewer · 4 tools', 'Loads as reviewer · 4 tools'],
    offer: ['tools:', 'tools: [Read, |]', 'Grep'],
  },
  {
    path: '.cursor/agents/reviewer.md',
    language: 'markdown',
    ...misspelledDescription,
    lens: [undefined, undefined],
  },
  {
    path: '.kiro/agents/reviewer.md',
    language: 'markdown',
    ...misspelledDescription,
    lens: [undefined, undefined],
  },
  {
    path: '.augment/agents/reviewer.md',
    language: 'markdown',
    ...misspelledDescription,
    lens: [undefined, undefined],
  },
];

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

/** Waits until the lens is what it should be; fails with what it is. */
async function lensIs(document: vscode.TextDocument, wanted: string | undefined): Promise<void> {
  let title: string | undefined;
  await until('the lens', async () => {
    title = await loadLens(document);
    return title === wanted || undefined;
  }).catch(() => assert.equal(title, wanted, 'lens'));
}

/** Writes a line with the cursor where `|` is, and waits until an item is offered there. */
async function isOffered(editor: vscode.TextEditor, [line, typed, label]: Sample['offer']): Promise<void> {
  const { document } = editor;
  const { lineNumber } = lineOf(document, line);
  await rewrite(editor, document.lineAt(lineNumber), typed.replace('|', ''));
  const at = new vscode.Position(lineNumber, typed.indexOf('|'));
  place(editor, at);
  let labels: readonly string[] = [];
  await until(`'${label}'`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    labels = items.map(labelOf);
    return labels.includes(label) || undefined;
  }).catch(() => assert.fail(`'${label}' is not offered, but ${labels.join(', ')}`));
}

suite('a file of every kind', () => {
  suiteSetup(activated);
  teardown(leave);

  for (const { path, language, code, lens, offer } of samples)
    test(path, async () => {
      const editor = await open(`hosts/${path}`);
      const { document } = editor;
      const known = path.endsWith('.md') ? [language, 'markdown'] : [language];
      assert.ok(known.includes(document.languageId), `the language is called '${document.languageId}'`);
      const found = (): vscode.Diagnostic | undefined => ours(document).find((one) => codeOf(one) === code);
      const fault = await until(`the diagnostic ${code}`, found);
      await lensIs(document, lens[0]);
      await applyQuickFix(document, fault.range);
      await until('no diagnostic', () => (ours(document).length === 0 ? true : undefined)).catch(() =>
        assert.equal(
          ours(document).map(({ message }) => message),
          [],
          'diagnostics',
        ),
      );
      await lensIs(document, lens[1]);
      await leave();
      await isOffered(await open(`hosts/${path}`), offer);
    });

  test('instructions, which VS Code may give a language of their own', async () => {
    const path = 'hosts/long/AGENTS.md';
    await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(`${'Run it.\n'.repeat(4200)}`));
    try {
      const { document } = await open(path);
      assert.ok(['instructions', 'markdown'].includes(document.languageId), document.languageId);
      await until('the diagnostic', () => ours(document).find((one) => codeOf(one) === 'instructions-cut'));
      await lensIs(document, 'Loads as AGENTS.md · instructions · the text after the first 32,768 bytes is left out');
    } finally {
      await leave();
      await vscode.workspace.fs.delete(uriOf('hosts/long'), { recursive: true });
    }
  });
});
