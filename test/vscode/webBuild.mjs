/** Arranges the embedded VS Code's files as the "web build" that @vscode/test-web would download. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * code-server always adds a remote and keeps user data there; a browser-only VS Code has neither.
 * Each pattern must match exactly once, or else the pinned version has changed and the patterns need an update.
 */
const patches = [
  [/,remoteAuthority:location\.host\}/g, '}'],
  [
    /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/g,
    'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}',
  ],
];

/** test-web's page calls `create()`; the workbench script reads the same configuration and starts by itself. */
const starter = `
export class Emitter { event = () => ({ dispose() {} }); fire() {} dispose() {} }
export const URI = { parse: (text) => new URL(text), revive: (value) => value };
export function create() {
  const meta = document.getElementById('vscode-workbench-web-configuration');
  const config = JSON.parse(meta.dataset.settings);
  Object.assign(config, { isEnabledFileDownloads: true, isEnabledFileUploads: true, isEnabledCoderGettingStarted: false, userDataPath: '/User' });
  config.webviewEndpoint = '/static/build/out/vs/workbench/contrib/webview/browser/pre/'; // instead of a server on the internet
  config.developmentOptions = { ...config.developmentOptions, enableSmokeTestDriver: true };
  meta.dataset.settings = JSON.stringify(config);
  return import('../code/browser/workbench/workbench.js');
}
`;

/**
 * Writes links and two small files into `dataDir`.
 * @returns `{ dataDir, commit }`: where test-web finds the build, and under which label
 */
export function makeWebBuild(host, dataDir) {
  const source = join(host.dir, 'node_modules/code-server/lib/vscode');
  const { version } = JSON.parse(readFileSync(join(source, 'product.json'), 'utf8'));
  const target = join(dataDir, `vscode-web-stable-${version}`);
  const link = (path) => {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    symlinkSync(join(source, path), join(target, path));
  };
  const linkAllBut = (folder, ...left) => {
    for (const name of readdirSync(join(source, folder))) if (!left.includes(name)) link(join(folder, name));
  };
  const write = (path, text) => {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  };
  for (const path of ['extensions', 'node_modules', 'resources', 'package.json', 'product.json'])
    if (existsSync(join(source, path))) link(path);
  linkAllBut('out', 'vs');
  linkAllBut('out/vs', 'workbench', 'code');
  linkAllBut('out/vs/workbench');
  linkAllBut('out/vs/code', 'browser');
  linkAllBut('out/vs/code/browser', 'workbench');
  linkAllBut('out/vs/code/browser/workbench', 'workbench.js');
  write(
    'out/vs/code/browser/workbench/workbench.js',
    patched(join(source, 'out/vs/code/browser/workbench/workbench.js')),
  );
  write('out/vs/workbench/workbench.web.main.internal.js', starter);
  write(
    'out/vs/workbench/workbench.web.main.internal.css',
    "@import url('../code/browser/workbench/workbench.css');\n",
  );
  write('version', `vscode-web-stable-${version}`); // test-web's mark of a finished download
  return { dataDir, commit: version };
}

function patched(file) {
  let code = readFileSync(file, 'utf8');
  for (const [from, to] of patches) {
    const found = code.match(from)?.length ?? 0;
    if (found !== 1) throw new Error(`${from} matches ${found} times in ${file}`);
    code = code.replace(from, to);
  }
  return code;
}
