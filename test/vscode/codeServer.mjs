/** Starts the embedded VS Code (code-server) on a free port of this machine, with a temporary profile. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** No welcome page, no chat view, no prompts, nothing that moves by itself, and nothing that uses the network. */
const quiet = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const verbose = Boolean(process.env.VSCODE_HOST_VERBOSE);

/**
 * The environment without a marketplace, and without the variables of a shell inside VS Code, which change what the server does.
 */
function environment(base) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_(?!TEST_)|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    XDG_CONFIG_HOME: join(base, 'xdg'),
    XDG_DATA_HOME: join(base, 'xdg'),
    XDG_CACHE_HOME: join(base, 'xdg'),
  };
}

/** Ends the process group, including extension host and language server. */
function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has already ended.
    }
  };
  return new Promise((done) => {
    child.once('exit', done);
    signal('SIGTERM');
    setTimeout(() => signal('SIGKILL'), 5000).unref();
  });
}

/** Collects the output of a process. Returns the first result of `find`, or fails when the process ends before that. */
function said(child, find, what) {
  let log = '';
  return new Promise((found, failed) => {
    const take = (data) => {
      log += data;
      if (verbose) process.stderr.write(data);
      const result = find(log);
      if (result !== undefined) found(result);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${what} ended with ${code}\n${log}`)));
    setTimeout(() => failed(new Error(`${what} gave no answer within a minute\n${log}`)), 60_000).unref();
  });
}

/**
 * @param host of `vscodeHost()`
 * @param options `vsix`: package to install first; `settings`: user settings; `lasting`: keep running without a connected browser
 * @returns `{ url, authority, stop() }`
 */
export async function startCodeServer(host, { vsix, settings = {}, lasting = false } = {}) {
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-code-'));
  mkdirSync(join(base, 'user/User'), { recursive: true });
  writeFileSync(join(base, 'none.yaml'), '');
  writeFileSync(join(base, 'user/User/settings.json'), JSON.stringify({ ...quiet, ...settings }));
  const common = [
    '--config',
    join(base, 'none.yaml'),
    '--user-data-dir',
    join(base, 'user'),
    '--extensions-dir',
    join(base, 'extensions'),
  ];
  const run = (args) =>
    spawn(host.node, [host.entry, ...common, ...args], {
      env: environment(base),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const clean = () => rmSync(base, { recursive: true, force: true, maxRetries: 3 });

  if (vsix !== undefined) {
    const installer = run(['--install-extension', resolve(vsix), '--force']);
    await said(installer, (log) => (/successfully installed/.test(log) ? true : undefined), 'installing the extension');
    await new Promise((done) => (installer.exitCode === null ? installer.once('exit', done) : done()));
  }
  const child = run([
    ...[
      '--bind-addr',
      '127.0.0.1:0',
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--ignore-last-opened',
    ],
    ...['--disable-workspace-trust', '--disable-getting-started-override', '--disable-proxy'],
    // Without this option the workbench ignores the address's parameters for extensions, tests and files.
    ...['--vscode-option', 'enable-smoke-test-driver'],
    ...(lasting ? [] : ['--idle-timeout-seconds', '120']),
  ]);
  const end = async () => {
    await stop(child);
    clean();
  };
  try {
    const url = await said(child, (log) => /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1], 'code-server');
    return { url, authority: new URL(url).host, stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The address of a folder. `payload` contains pairs such as `['openFile', …]` for the workbench. */
export function workbenchUrl(server, folder, payload = []) {
  const query = new URLSearchParams({ folder: resolve(folder) });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query}`;
}

/** The URI of a local file in the workbench of `server`. */
export const remoteUri = (server, file) => `vscode-remote://${server.authority}${encodeURI(resolve(file))}`;
