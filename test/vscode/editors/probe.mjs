/** Runs the language server under another editor, headless, and checks the answers that it got: `probe.mjs nvim|emacs`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { otherEditor } from '../install.mjs';
import { cannotRun, report } from '../results.mjs';
import { faultyTools, fixedTools, makeWorkspace, root } from '../workspace.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const editors = {
  nvim: {
    packages: ['neovim'],
    args: ['--headless', '--clean', '-n', '-c', `luafile ${join(here, 'nvim-probe.lua')}`],
  },
  emacs: {
    packages: ['emacs-nox', 'elpa-eglot'],
    // Not -Q, which would hide the packages that Debian installs with Emacs.
    args: ['--batch', '-l', join(here, 'eglot-probe.el')],
  },
};

const program = process.argv[2] ?? '';
const editor = editors[program] ?? assert.fail(`usage: probe.mjs ${Object.keys(editors).join('|')}`);
const found = otherEditor(program, editor.packages);
if (found.reason !== undefined) cannotRun(found.reason);

const workspace = makeWorkspace();
const home = mkdtempSync(join(tmpdir(), 'agent-authoring-editor-'));
const out = join(home, 'out.json');
const lines = readFileSync(workspace.agent, 'utf8').split('\n');
const line = lines.indexOf(faultyTools);

/** An agent that calls others, and a call in it. */
const caller = join(workspace.folder, 'team/app/.claude/agents/lead.md');
const call = '`planner`';

/** The names of files, sorted. */
const namesOf = (uris) => uris.map((uri) => basename(fileURLToPath(uri))).sort();

/** Each is a separate test, so that the totals show what an editor lacks. */
const checks = {
  diagnostic: (seen) => {
    const ours = seen.diagnostics.filter((one) => /MultiEdit/.test(one.message));
    assert.equal(ours.length, 1, JSON.stringify(seen.diagnostics));
    assert.deepEqual([ours[0].line, ours[0].column], [line, faultyTools.indexOf('MultiEdit')]);
    assert.match(ours[0].message, /removed/);
  },
  completion: (seen) => {
    assert.ok(seen.completions.includes('WebFetch'), `offered: ${seen.completions}`);
    assert.ok(!seen.completions.includes('MultiEdit'), `offered: ${seen.completions}`);
  },
  hover: (seen) => assert.match(JSON.stringify(seen.hover), /Bash/),
  'code action': (seen) => assert.equal(seen.fixed, fixedTools, JSON.stringify(seen.actions)),
  ...(program === 'nvim' && {
    'a call of no agent': (seen) => {
      const ours = seen.calls.filter((message) => /No agent here is named `deployer`/.test(message));
      assert.equal(ours.length, 1, JSON.stringify(seen.calls));
    },
    'the definition in another file': (seen) => assert.deepEqual(namesOf(seen.definition), ['planner.md']),
    'the renaming in two files': (seen) => assert.deepEqual(namesOf(seen.renamed), ['lead.md', 'planner.md']),
  }),
  'orderly end': (seen) => assert.equal(seen.stopped, true),
};

let passed = 0;
let failed = 0;
try {
  const run = spawnSync(found.file, editor.args, {
    encoding: 'utf8',
    timeout: 60_000,
    cwd: workspace.folder,
    env: {
      ...process.env,
      HOME: home,
      LSP_CMD: JSON.stringify([process.execPath, join(root, 'dist/cli.js'), 'lsp', '--stdio']),
      LSP_FILE: workspace.agent,
      LSP_LINE: String(line),
      LSP_COLUMN: String(faultyTools.indexOf('Bash')),
      LSP_CALLER: caller,
      LSP_CALL: call,
      LSP_OUT: out,
    },
  });
  let seen;
  try {
    seen = JSON.parse(readFileSync(out, 'utf8'));
    assert.equal(seen.error, undefined);
  } catch (error) {
    console.log(`    ✘ ${program} did not finish: ${error.message}\n${run.stdout}${run.stderr}`);
    failed = Object.keys(checks).length;
  }
  if (failed === 0) {
    console.log(`  ${seen.editor}`);
    for (const [name, check] of Object.entries(checks)) {
      try {
        check(seen);
        passed++;
        console.log(`    ✔ ${name}`);
      } catch (error) {
        failed++;
        console.log(`    ✘ ${name}: ${error.message}`);
      }
    }
  }
} finally {
  workspace.remove();
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}
report({ passed, failed });
process.exitCode = failed > 0 ? 1 : 0;
