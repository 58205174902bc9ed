/** `npm start [-- folder]`: opens VS Code with the extension on a copy of the sample workspace, or on the given folder, which exists. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { onPath, vscodeHost } from './install.mjs';
import { copySamples, root } from './workspace.mjs';

const firstFile = '.claude/agents/api-tester.md';

/** The folder to open, the file to show first, and what to do with the folder afterwards. */
function workspaceFor(wanted) {
  if (wanted !== undefined) return { folder: resolve(wanted), remove: () => {} };
  const sample = copySamples();
  return { ...sample, file: join(sample.folder, firstFile) };
}

/** The `code` command: from AGENT_AUTHORING_VSCODE, on PATH, or where the installers of macOS and Windows put it. */
function desktop() {
  const named = process.env.AGENT_AUTHORING_VSCODE;
  if (named) return onPath(named) ?? named;
  const usual = [
    '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
    join(homedir(), 'Applications/Visual Studio Code.app/Contents/Resources/app/bin/code'),
    ...(process.env.LOCALAPPDATA ? [join(process.env.LOCALAPPDATA, 'Programs/Microsoft VS Code/bin/code.cmd')] : []),
  ];
  return onPath('code') ?? usual.find(existsSync);
}

function build(command) {
  const { status } = spawnSync(process.execPath, ['build.mjs', command], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Opens a separate window with this source tree as the extension. This process may end before it. */
function openDesktop(code, { folder, file }) {
  build('build');
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', folder, ...(file === undefined ? [] : [file])];
  const shell = /\.(cmd|bat)$/i.test(code);
  const quoted = shell ? args.map((argument) => `"${argument}"`) : args;
  const child = spawn(shell ? `"${code}"` : code, quoted, { stdio: 'inherit', shell });
  child.once('error', (error) => {
    console.error(`Cannot start ${code}: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (status) => {
    process.exitCode = status ?? 1;
  });
  console.log(`Opening VS Code on ${folder}`);
}

async function openEmbedded(host, { folder, file, remove }) {
  build('package');
  const { remoteUri, startCodeServer, workbenchUrl } = await import('./codeServer.mjs');
  const server = await startCodeServer(host, { vsix: join(root, 'dist/agent-authoring.vsix'), lasting: true });
  const payload = file === undefined ? [] : [['openFile', remoteUri(server, file)]];
  const address = workbenchUrl(server, folder, payload);
  const isShown = openBrowser(address);
  console.log(`VS Code with Agent Authoring is ${isShown ? 'open' : 'ready'} on ${folder}. Press Ctrl+C to stop.`);
  console.log(isShown ? address : `Open this address in a browser on this machine: ${address}`);
  let ending = false;
  const end = async () => {
    if (ending) return; // npm sends the signal a second time
    ending = true;
    await server.stop();
    remove();
    process.exit();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** Opens the browser of the desktop; false where there is no desktop. Its output is not ours. */
function openBrowser(address) {
  const opener = onPath('xdg-open');
  const hasDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (opener === undefined || !hasDesktop || process.env.CI) return false;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log(`No browser could be opened. Open the address yourself: ${address}`));
  child.unref();
  return true;
}

const workspace = workspaceFor(process.argv[2]);
const code = desktop();
if (code !== undefined) openDesktop(code, workspace);
else {
  const host = vscodeHost();
  if (host.reason === undefined) await openEmbedded(host, workspace);
  else {
    console.error(
      `VS Code not found: no 'code' command is on PATH, and ${host.reason}. Set AGENT_AUTHORING_VSCODE to the command.`,
    );
    workspace.remove();
    process.exit(1);
  }
}
