/** Runs the suite inside VS Code for the Web: extension and language server run in workers, without a VS Code server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { chromium, oldestWebBuild, vscodeHost } from './install.mjs';
import { runTestsIn } from './page.mjs';
import { cannotRun, mochaPrinter } from './results.mjs';
import { makeWebBuild } from './webBuild.mjs';
import { makeWorkspace, root, undrawn, writeSettings } from './workspace.mjs';

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Runs test-web's server in a separate thread: it logs every missing file, and ends only with its thread. */
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

const scratch = mkdtempSync(join(tmpdir(), 'agent-authoring-web-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** `runWeb.mjs oldest` runs in the oldest supported version instead of the embedded one. */
function webBuild() {
  if (process.argv[2] === 'oldest') return oldestWebBuild();
  const host = vscodeHost();
  return host.reason === undefined ? makeWebBuild(host, scratch) : host;
}

const build = webBuild();
const browser = chromium();
if (build.reason !== undefined) cannotRun(build.reason);
if (browser.reason !== undefined) cannotRun(browser.reason);

const workspace = makeWorkspace();
writeSettings(workspace.folder, undrawn);
const output = mochaPrinter();
const port = await freePort();
let server;
try {
  server = await serve({
    browserType: 'none', // we open the page, so that any Chromium will do
    quality: 'stable',
    commit: build.commit,
    testRunnerDataDir: build.dataDir,
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
}
