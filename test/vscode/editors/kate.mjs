/** Kate on a display without a screen: allows it to start the server, waits for a problem, and takes a picture. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds. */
const PATIENCE = 60_000;
const LOOK = 200;

const [width, height] = [640, 300];

async function until(what, find) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited too long for ${what}`);
    await pause(LOOK);
  }
}

/** A display that no other program uses: Xvfb writes its number. */
async function display() {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1000x560x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let number = '';
  server.stdout.on('data', (data) => {
    number += data;
  });
  await until('the display', () => number.endsWith('\n'));
  return { name: `:${number.trim()}`, close: () => server.kill() };
}

/**
 * @param file the agent to open
 * @param options `cwd`, `env`, `traffic`: the file to which the server's messages are copied, `picture`: where to put one, if at all
 * @returns the messages of the server
 */
export async function useKate(file, { cwd, env, traffic, picture }) {
  const { name, close } = await display();
  const on = { ...env, DISPLAY: name, QT_QPA_PLATFORM: 'xcb', XDG_RUNTIME_DIR: env.HOME };
  const x = (...args) => spawnSync('xdotool', args, { env: on, encoding: 'utf8' }).stdout.trim();
  const kate = spawn('dbus-run-session', ['--', 'kate', '-n', file], { cwd, env: on, stdio: 'ignore', detached: true });
  try {
    const question = await until('the question', () => x('search', '--onlyvisible', '--name', 'LSP server start'));
    const [, w = '0', h = '0'] = /Geometry: (\d+)x(\d+)/.exec(x('getwindowgeometry', question)) ?? [];
    // "Yes" is the left of two buttons at the bottom right.
    x('mousemove', '--window', question, String(Number(w) - 138), String(Number(h) - 24), 'click', '1');
    const said = await until('a problem', () => {
      const text = existsSync(traffic) ? readFileSync(traffic, 'utf8') : '';
      return text.includes('"code":"tool-removed"') && text;
    });
    if (picture !== undefined) {
      x('mousemove', '290', '168');
      // The tip appears after a pause of the pointer, which no message announces.
      await pause(2000);
      spawnSync('import', ['-window', 'root', '-crop', `${width}x${height}+0+0`, '+repage', picture], { env: on });
    }
    return said;
  } finally {
    await ended(kate);
    close();
  }
}

/** Ends a process group, and waits: Kate writes its session when it ends. */
async function ended(child) {
  const gone = new Promise((done) => child.once('close', done));
  if (child.exitCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
