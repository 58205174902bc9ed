/** Runs the suite inside VS Code for the Web: extension and server both in workers, with no VS Code server behind them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { chromium, vscodeHost } from './install.mjs';
import { runTestsIn } from './page.mjs';
import { cannotRun, mochaPrinter } from './results.mjs';
import { makeWebBuild } from './webBuild.mjs';
import { makeWorkspace, root } from './workspace.mjs';

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** test-web's server in a thread of its own: it logs every missing file, and ends only with its thread. */
function serve(options) {
  const quiet = !process.env.VSCODE_HOST_VERBOSE;
  const thread = new Worker(new URL('./webServer.mjs', import.meta.url), {
    workerData: options,
    stdout: quiet,
    stderr: quiet,
  });
  return new Promise((done, failed) => {
    thread.once('message', () => done(thread));
    thread.once('error', failed);
  });
}

const host = vscodeHost();
const browser = chromium();
if (host.reason !== undefined) cannotRun(host.reason);
if (browser.reason !== undefined) cannotRun(browser.reason);

const dataDir = mkdtempSync(join(tmpdir(), 'agent-authoring-web-'));
const workspace = makeWorkspace();
const output = mochaPrinter();
const port = await freePort();
let server;
try {
  server = await serve({
    browserType: 'none', // the page is ours, so that the browser may be any Chromium
    quality: 'stable',
    commit: makeWebBuild(host, dataDir),
    testRunnerDataDir: dataDir,
    host: 'localhost',
    port,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/vscode-test/web.js'),
    folderPath: workspace.folder,
  });
  const payload = encodeURIComponent('[["debugId","extension-tests"]]');
  process.exitCode = output.finish(
    await runTestsIn(browser.file, `http://localhost:${port}/?payload=${payload}`, output),
  );
} finally {
  await server?.terminate();
  workspace.remove();
  rmSync(dataDir, { recursive: true, force: true });
}
