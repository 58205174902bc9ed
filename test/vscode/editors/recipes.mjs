/**
 * Tries the recipes of docs/editors.md: each is written into a new home folder, and the real editor must show the problem of an agent.
 * `recipes.mjs [NAME…]`; with `--write`, the captures in that page are replaced by what was seen.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { debianPrograms } from '../install.mjs';
import { report } from '../results.mjs';
import { root } from '../workspace.mjs';
import { useKate } from './kate.mjs';
import { terminal } from './screen.mjs';

const page = join(root, 'docs/editors.md');
const write = process.argv.includes('--write');
const wanted = process.argv.slice(2).filter((one) => one !== '--write');

const AGENT = '.claude/agents/reviewer.md';
const TEXT = `---
name: reviewer
description: Reviews changes of the billing service for errors.
tools: Read, Grep, MultiEdit
---

You review changes of the billing service.
`;
const PROBLEM = /`MultiEdit` no longer exists/;

const emacs = {
  file: '.emacs.d/init.el',
  // Emacs compiles its packages when it first loads them, and shows the warnings of that in a window.
  start: ['emacs', '-nw', '--eval', '(setq native-comp-async-report-warnings-errors nil)', AGENT],
  ready: /Flymake\[\d+ [1-9]/,
  keys: ['M-x', 'flymake-show-buffer-diagnostics', 'Enter'],
};

/**
 * `file`: where the recipe goes, in the home folder. `ready`: what the screen shows before `keys` are typed. `packages`: of Debian.
 */
const editors = {
  neovim: { packages: ['neovim'], programs: ['nvim'], file: '.config/nvim/init.lua', start: ['nvim', AGENT] },
  'emacs-eglot': { packages: ['emacs-nox', 'elpa-eglot', 'elpa-markdown-mode'], programs: ['emacs'], ...emacs },
  'emacs-lsp-mode': { packages: ['emacs-nox', 'elpa-lsp-mode', 'elpa-markdown-mode'], programs: ['emacs'], ...emacs },
  'vim-ale': {
    packages: ['vim-nox', 'vim-ale'],
    programs: ['vim'],
    file: '.vimrc',
    start: ['vim', AGENT],
    ready: /All/,
    keys: ['3j'],
  },
  kate: {
    packages: ['kate', 'xvfb', 'xdotool', 'imagemagick', 'dbus'],
    programs: ['kate', 'Xvfb', 'xdotool', 'import', 'dbus-run-session'],
    file: '.config/kate/lspclient/settings.json',
  },
};

const block = (kind, name) => new RegExp(`(<!-- ${kind}: ${name} -->\\n\\n\`\`\`\\w+\\n)([\\s\\S]*?)(\`\`\`\\n)`);

/** The code of a recipe, as a person would copy it. */
function recipeOf(name) {
  const [, , code] = block('recipe', name).exec(readFileSync(page, 'utf8')) ?? [];
  return code ?? assert.fail(`docs/editors.md has no recipe "${name}"`);
}

/** A home folder with the recipe, and a repository with one agent. */
function scene(name, file) {
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-recipe-'));
  const [home, project, bin] = ['home', 'project', 'bin'].map((folder) => join(base, folder));
  const traffic = join(base, 'traffic');
  const put = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  put(join(home, file), recipeOf(name));
  put(join(project, AGENT), TEXT);
  const program = join(bin, 'agent-authoring');
  put(program, `#!/bin/sh\n"${process.execPath}" "${join(root, 'dist/cli.js')}" "$@" | tee "${traffic}"\n`);
  chmodSync(program, 0o755);
  chmodSync(home, 0o700);
  spawnSync('git', ['init', '--quiet', project]);
  const { XDG_CONFIG_HOME: _, XDG_DATA_HOME: __, TMUX: ___, ...kept } = process.env;
  const remove = () => rmSync(base, { recursive: true, force: true, maxRetries: 3 });
  const env = {
    ...kept,
    HOME: home,
    PATH: [bin, process.env.PATH].join(delimiter),
    LC_ALL: 'C.UTF-8',
    TERM: 'screen-256color',
  };
  return { home, project, traffic, env, remove };
}

/** What is on the screen when the problem is shown. */
async function seenIn({ start, ready, keys = [] }, { project, env }) {
  const opened = terminal(start, { cwd: project, env });
  try {
    if (ready !== undefined) {
      await opened.shows(ready);
      opened.type(...keys);
    }
    return await opened.shows(PROBLEM);
  } finally {
    await opened.close();
  }
}

/** The screen for the page: without rows that show nothing. */
const capture = (screen) =>
  screen
    .split('\n')
    .filter((line, at, lines) => line !== '~' && !(line === '' && lines[at - 1] === ''))
    .join('\n')
    .trimEnd()
    .concat('\n');

const results = { passed: 0, failed: 0, skipped: [] };
for (const [name, editor] of Object.entries(editors)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const reason = debianPrograms(
    editor.packages,
    name === 'kate' ? editor.programs : [...editor.programs, 'tmux'],
  ).reason;
  if (reason !== undefined) {
    results.skipped.push({ name, reason });
    console.log(`    not run: ${name} (${reason})`);
    continue;
  }
  const made = scene(name, editor.file);
  try {
    if (name === 'kate') {
      const picture = write ? join(root, 'docs/images/kate.png') : undefined;
      const said = await useKate(AGENT, { cwd: made.project, env: made.env, traffic: made.traffic, picture });
      assert.match(said, PROBLEM);
    } else {
      const screen = capture(await seenIn(editor, made));
      const text = readFileSync(page, 'utf8');
      assert.match(text, block('capture', name), 'the page has a place for the capture');
      if (write)
        writeFileSync(
          page,
          text.replace(block('capture', name), (_, before, __, end) => before + screen + end),
        );
      else assert.match(block('capture', name).exec(text)[2], PROBLEM, 'the capture in the page shows the problem');
    }
    results.passed++;
    console.log(`    ✔ ${name}`);
  } catch (error) {
    results.failed++;
    console.log(`    ✘ ${name}: ${error.stack}`);
  } finally {
    made.remove();
  }
}
report({ ...results, ...(results.passed + results.failed === 0 ? { reason: 'no editor is installed' } : {}) });
process.exitCode = results.failed > 0 ? 1 : 0;
