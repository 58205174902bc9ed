/** Finds what the editor tests need outside npm's reach (VS Code host, Chromium, other editors) and installs what it may. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** code-server repackages VS Code under the same minor and patch number: this is VS Code 1.139.1. It wants Node 24. */
const codeServer = '4.139.1';
const node24 = '24.21.0';

const windows = process.platform === 'win32';
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** The full path of a program on PATH, or undefined. */
export function onPath(name) {
  const endings = windows ? ['.cmd', '.exe', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== '' && existsSync(file)) return file;
    }
  }
  return undefined;
}

function npm(args, cwd, env = {}) {
  const { status, error } = spawnSync('npm', args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error || status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`);
}

/**
 * The folder of a complete VS Code host, installed on first use.
 * It is built beside its final place and moved there in one step, so a half-made one is never seen and two runs may race.
 * @returns `{ dir, entry, node }`, or `{ reason }` where there is none for this machine.
 */
export function vscodeHost() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    return { reason: `the embedded VS Code is for Linux on x64 or arm64, this is ${process.platform} ${process.arch}` };
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const dir = resolve(process.env.VSCODE_HOST_DIR || join(cache, 'agent-authoring', `vscode-host-${codeServer}`));
  const stamp = `.done-${codeServer}-${node24}`;
  if (!existsSync(join(dir, stamp))) {
    if (existsSync(dir) && readdirSync(dir).length > 0)
      return {
        reason: `${dir} is not empty and holds no complete VS Code host ${codeServer}; remove it or set VSCODE_HOST_DIR`,
      };
    const failure = installHost(dir, stamp);
    if (failure !== undefined) return { reason: failure };
  }
  return {
    dir,
    entry: join(dir, 'node_modules/code-server/out/node/entry.js'),
    node: join(dir, 'node_modules', `node-linux-${process.arch}`, 'bin/node'),
  };
}

function installHost(dir, stamp) {
  console.log(
    `Installing VS Code (code-server ${codeServer}) into ${dir}; this happens once and takes about a minute …`,
  );
  const draft = `${dir}.draft-${process.pid}`;
  const nodeHome = join(draft, 'node_modules', `node-linux-${process.arch}`);
  const vscode = join(draft, 'node_modules/code-server/lib/vscode');
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), '{"private":true}\n');
    // Install scripts would compile modules (Kerberos, terminals, …) that nothing here needs, and need headers that few machines have.
    npm(
      [
        'install',
        ...quiet,
        '--no-save',
        '--ignore-scripts',
        `node-linux-${process.arch}@${node24}`,
        `code-server@${codeServer}`,
      ],
      draft,
    );
    npm(['install', ...quiet, '--omit=dev', '--ignore-scripts'], vscode);
    // One native module is worth its time where a compiler is: without it output channels stay empty.
    if (['g++', 'make', 'python3'].every(onPath)) {
      const env = { PATH: `${join(nodeHome, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: nodeHome };
      const args = ['rebuild', ...quiet, '@vscode/spdlog'];
      const { status } = spawnSync('npm', args, { cwd: vscode, stdio: 'ignore', env: { ...process.env, ...env } });
      if (status !== 0) console.log('VS Code’s log module could not be compiled; output channels will stay empty.');
    }
    writeFileSync(join(draft, stamp), '');
    mkdirSync(dirname(dir), { recursive: true });
    rmSync(dir, { recursive: true, force: true }); // empty, as checked above
    renameSync(draft, dir);
  } catch (error) {
    if (existsSync(join(dir, stamp))) return undefined; // another run was faster
    return `VS Code could not be installed: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return undefined;
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/** Installs Debian packages when this user may; whether it worked is for the caller to look at. */
function apt(packages) {
  if (!mayInstall()) return;
  console.log(`Installing ${packages.join(' ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  const install = () => run('install', '-y', '--no-install-recommends', ...packages);
  if (!install() && run('update')) install();
}

const browsers = () =>
  [
    process.env.CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ].find((file) => file !== undefined && existsSync(file));

/** `{ file }` of a Chromium or Chrome, or `{ reason }`. */
export function chromium() {
  if (browsers() === undefined) apt(['chromium', 'fonts-dejavu-core']);
  const file = browsers();
  if (file !== undefined) return { file };
  return {
    reason: 'no Chromium: install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM to the path of one',
  };
}

/** `{ file }` of another editor by its program name, or `{ reason }`. */
export function otherEditor(program, packages) {
  if (onPath(program) === undefined) apt(packages);
  const file = onPath(program);
  return file === undefined
    ? { reason: `${program} is not installed (Debian: apt-get install ${packages.join(' ')})` }
    : { file };
}
