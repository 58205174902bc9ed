/** `npm test`: runs every check of the project, in steps. The last lines say what passed, failed or did not run. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vscodeHost } from './vscode/install.mjs';
import { notRun } from './vscode/results.mjs';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const work = mkdtempSync(join(tmpdir(), 'agent-authoring-test-'));

/**
 * The groups run one after the other, and so do the steps of a lane; the lanes of a group run side by side. A step does not run when
 * the step named by `needs` has failed. Only the first lane of a group prints at once. Of others, a step prints when it has ended.
 */
const groups = [
  [
    [
      { name: 'types', run: ['node_modules/typescript/bin/tsc', '--build'] },
      { name: 'lint', run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
      // As it is published, so that the steps that need it test the shorter bundles.
      { name: 'build', run: ['build.mjs', 'prepack'] },
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
    ],
    // They take what the editors leave of the processors, whose tests wait for an answer only so long.
    [{ name: 'unit and protocol', run: ['build.mjs', 'unit'], priority: constants.priority.PRIORITY_BELOW_NORMAL }],
  ],
  // Alone, because what runs beside it changes what it measures.
  [[{ name: 'speed', run: ['build.mjs', 'bench', '--quick'], needs: 'build' }]],
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

/** Runs a program to its end. Its output goes to a file when one is given. Returns its exit code, or null when a signal ended it. */
async function ended({ run, priority }, env, output) {
  const to = output === undefined ? 'inherit' : openSync(output, 'w');
  const child = spawn(process.execPath, run, { stdio: ['inherit', to, to], env: { ...process.env, ...env } });
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
  } finally {
    if (output !== undefined) closeSync(to);
  }
}

/** @param isShown Whether its output is printed while it runs. */
async function runStep(step, done, isShown) {
  const { name, needs } = step;
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
  const title = paint(1, `\n── ${name}`);
  console.log(isShown ? title : `${title}: has started, and prints when it has ended`);
  const own = mkdtempSync(join(work, 'step-'));
  const file = join(own, 'results.json');
  const tap = join(own, 'results.tap');
  const output = isShown ? undefined : join(own, 'output.txt');
  const start = performance.now();
  const status = await ended(step, { STEP_RESULTS: file, UNIT_REPORT: tap }, output);
  const seconds = (performance.now() - start) / 1000;
  if (output !== undefined) console.log(`${title}\n${readFileSync(output, 'utf8')}`);
  const told = existsSync(tap) ? fromTap(tap) : numbers(file, status);
  if (status === notRun)
    return { name, state: 'not run', reason: told.reason, seconds, passed: 0, failed: 0, skipped: [] };
  // A step with another exit code has failed, even when all its tests passed.
  const failed = status === 0 ? told.failed : Math.max(1, told.failed);
  return { name, state: failed > 0 ? 'failed' : 'passed', seconds, ...told, failed };
}

/** Runs the steps of a lane in their order. */
async function runLane(steps, done, isShown) {
  const results = [];
  for (const step of steps) results.push(await runStep(step, [...done, ...results], isShown));
  return results;
}

// First, because the grammar tests read the grammars of VS Code.
const { dir: hostDir } = vscodeHost();
if (hostDir !== undefined) process.env.VSCODE_HOST_DIR = hostDir;

const results = [];
const begin = performance.now();
for (const lanes of groups) {
  const ofLanes = await Promise.all(lanes.map((steps, i) => runLane(steps, results, i === 0)));
  results.push(...ofLanes.flat());
}
const minutes = (performance.now() - begin) / 60_000;
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
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped} in ${minutes.toFixed(1)} minutes`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
