/** `npm test`: runs every check of the project, step by step. The last lines say what passed, failed or did not run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vscodeHost } from './vscode/install.mjs';
import { notRun } from './vscode/results.mjs';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const work = mkdtempSync(join(tmpdir(), 'agent-authoring-test-'));

/** A step does not run when the step named by `needs` has failed. */
const steps = [
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '--build'] },
  { name: 'lint', run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'unit and protocol', run: ['build.mjs', 'unit'] },
  // As it is published, so that the steps that need it test the shorter bundles.
  { name: 'build', run: ['build.mjs', 'prepack'] },
  { name: 'speed', run: ['build.mjs', 'bench', '--quick'], needs: 'build' },
  { name: 'editor tests build', run: ['build.mjs', 'editor-tests'], needs: 'build' },
  { name: 'VS Code, Node extension host', run: ['test/vscode/runNode.mjs'], needs: 'editor tests build' },
  { name: 'VS Code, web extension host', run: ['test/vscode/runWeb.mjs'], needs: 'editor tests build' },
  { name: 'VS Code 1.91, the oldest', run: ['test/vscode/runWeb.mjs', 'oldest'], needs: 'editor tests build' },
  { name: 'pages of webviews', run: ['test/vscode/pages.mjs'], needs: 'build' },
  { name: 'playground build', run: ['build.mjs', 'playground'] },
  { name: 'playground', run: ['test/vscode/playground.mjs'], needs: 'playground build' },
  { name: 'documentation build', run: ['build.mjs', 'site'] },
  { name: 'documentation', run: ['test/vscode/site.mjs'], needs: 'documentation build' },
  // Also writes the package that the user interface is tested with.
  { name: 'release', run: ['test/release/check.mjs'], needs: 'build' },
  { name: 'VS Code, user interface', run: ['test/vscode/ui.mjs'], needs: 'release' },
  { name: 'Neovim', run: ['test/vscode/editors/probe.mjs', 'nvim'], needs: 'build' },
  { name: 'Emacs', run: ['test/vscode/editors/probe.mjs', 'emacs'], needs: 'build' },
  { name: 'recipes for editors', run: ['test/vscode/editors/recipes.mjs'], needs: 'build' },
];

const color = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);

/** The numbers that a step reported. A step without numbers counts as one test. */
function numbers(file, status) {
  if (existsSync(file)) return { passed: 0, failed: 0, skipped: [], ...JSON.parse(readFileSync(file, 'utf8')) };
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

/** The totals and the skipped tests of a TAP report of node:test. */
function fromTap(file) {
  const tap = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const total = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const skipped = [...tap.matchAll(/^ *(?:not )?ok \d+ - (.+?) # (?:SKIP|TODO) ?(.*)$/gm)];
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: skipped.map(([, name, reason]) => ({ name, reason: reason || 'no reason given' })),
  };
}

function runStep({ name, run, needs }, done) {
  const obstacle = done.find((result) => result.name === needs && result.state !== 'passed');
  if (obstacle !== undefined)
    return {
      name,
      state: 'not run',
      reason: `${needs} ${obstacle.state}`,
      seconds: 0,
      passed: 0,
      failed: 0,
      skipped: [],
    };
  console.log(paint(1, `\n── ${name}`));
  const file = join(work, `${done.length}.json`);
  const tap = join(work, `${done.length}.tap`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, run, {
    stdio: 'inherit',
    env: { ...process.env, STEP_RESULTS: file, UNIT_REPORT: tap },
  });
  const seconds = (performance.now() - start) / 1000;
  const told = existsSync(tap) ? fromTap(tap) : numbers(file, status);
  if (status === notRun)
    return { name, state: 'not run', reason: told.reason, seconds, passed: 0, failed: 0, skipped: [] };
  // A step with another exit code has failed, even when all its tests passed.
  const failed = status === 0 ? told.failed : Math.max(1, told.failed);
  return { name, state: failed > 0 ? 'failed' : 'passed', seconds, ...told, failed };
}

// First, because the grammar tests read the grammars of VS Code.
const { dir: hostDir } = vscodeHost();
if (hostDir !== undefined) process.env.VSCODE_HOST_DIR = hostDir;

const results = [];
for (const step of steps) results.push(runStep(step, results));
rmSync(work, { recursive: true, force: true });

const width = Math.max(...results.map(({ name }) => name.length));
const colors = { passed: 32, failed: 31, 'not run': 33 };
console.log('');
for (const { name, state, seconds, passed, failed, reason } of results) {
  const counts = state === 'not run' ? reason : `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`;
  console.log(
    `${paint(colors[state], state.padEnd(7))}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${counts}`,
  );
}
const left = results.flatMap(({ name, state, reason, skipped }) => [
  ...(state === 'not run' ? [{ name, reason }] : []),
  ...skipped.map((test) => ({ name: `${name}: ${test.name}`, reason: test.reason })),
]);
console.log('');
for (const { name, reason } of left) console.log(`not run: ${name} (${reason})`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const skipped = left.length === 0 ? '' : `, ${left.length} skipped`;
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
