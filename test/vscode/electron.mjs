/** Runs the suite in desktop VS Code through @vscode/test-electron: a downloaded one, or the one in VSCODE_TEST_EXECUTABLE. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cannotRun, report } from './results.mjs';
import { makeWorkspace, root } from './workspace.mjs';

/**
 * @param why the embedded VS Code is not used, for the message when this one is not available either
 * @returns the exit code
 */
export async function runInDesktop(why) {
  const named = process.env.VSCODE_TEST_EXECUTABLE;
  const version = process.env.VSCODE_TEST_VERSION ?? 'stable';
  let vscodeExecutablePath = named && resolve(named);
  try {
    vscodeExecutablePath ??= await downloadAndUnzipVSCode(version);
  } catch (error) {
    cannotRun(`desktop VS Code could not be downloaded (${error.message})${why === undefined ? '' : `, and ${why}`}`);
  }
  const workspace = makeWorkspace();
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-desktop-'));
  const results = join(base, 'results.json');
  let code = 0;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist/vscode-test/node.js'),
      extensionTestsEnv: { VSCODE_TEST_RESULTS: results },
      launchArgs: [workspace.folder, '--disable-extensions', `--user-data-dir=${join(base, 'user')}`],
    });
  } catch (error) {
    console.error(error.message);
    code = 1;
  }
  try {
    report(JSON.parse(readFileSync(results, 'utf8')));
  } catch {
    report({ passed: 0, failed: 1 });
    code = 1;
  }
  workspace.remove();
  rmSync(base, { recursive: true, force: true, maxRetries: 3 });
  return code;
}
