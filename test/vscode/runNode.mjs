/** Runs the suite inside VS Code's Node extension host: the embedded VS Code on Linux, desktop VS Code elsewhere. */
import { join } from 'node:path';
import { chromium, vscodeHost } from './install.mjs';
import { cannotRun, mochaPrinter } from './results.mjs';
import { makeWorkspace, root, undrawn, writeSettings } from './workspace.mjs';

const host = vscodeHost();
const browser = chromium();
if (host.reason !== undefined || process.env.VSCODE_TEST_EXECUTABLE || process.env.VSCODE_TEST_VERSION) {
  const { runInDesktop } = await import('./electron.mjs');
  process.exit(await runInDesktop(host.reason));
}
if (browser.reason !== undefined) cannotRun(browser.reason);

const { remoteUri, startCodeServer, workbenchUrl } = await import('./codeServer.mjs');
const { runTestsIn } = await import('./page.mjs');
const workspace = makeWorkspace();
writeSettings(workspace.folder, undrawn);
const output = mochaPrinter();
let server;
try {
  server = await startCodeServer(host);
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, root)],
    ['extensionTestsPath', remoteUri(server, join(root, 'dist/vscode-test/node.js'))],
    ['debugId', 'extension-tests'],
  ];
  const code = await runTestsIn(browser.file, workbenchUrl(server, workspace.folder, payload), output);
  process.exitCode = output.finish(code);
} finally {
  await server?.stop();
  workspace.remove();
}
