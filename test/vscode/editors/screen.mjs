/** A terminal whose screen a test can read: tmux without a window. */
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds: how long an editor may take, and between two looks at the screen. */
const PATIENCE = 30_000;
const LOOK = 100;

/**
 * Starts a program in a terminal.
 * @param command the program and its arguments
 * @param options `cwd`, `env`, and the size in characters
 */
export function terminal(command, { cwd, env, width = 110, height = 16 }) {
  const socket = `agent-authoring-${process.pid}-${command[0].split('/').at(-1)}-${Date.now()}`;
  const tmux = (...args) => {
    const { stdout, stderr, status } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
      cwd,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
    return stdout;
  };
  tmux('new-session', '-d', '-x', String(width), '-y', String(height), ...command);
  const program = Number(tmux('display-message', '-p', '#{pane_pid}'));
  /** The text on the screen, without spaces at the ends of lines. */
  const screen = () => tmux('capture-pane', '-p').replace(/[ \t]+$/gm, '');
  return {
    screen,
    /** Types keys, named as tmux names them (`Enter`, `M-x`). */
    type: (...keys) => tmux('send-keys', ...keys),
    /** The screen as soon as it matches; throws with the last one. */
    shows: async (pattern) => {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const text = screen();
        if (pattern.test(text)) return text;
        if (Date.now() > end) throw new Error(`the screen does not show ${pattern}:\n${text}`);
        await pause(LOOK);
      }
    },
    /** Ends the program, and waits until it has: editors write files when they end. */
    close: async () => {
      spawnSync('tmux', ['-L', socket, 'kill-server'], { env });
      const end = Date.now() + PATIENCE;
      while (isAlive(program) && Date.now() < end) await pause(LOOK);
    },
  };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
