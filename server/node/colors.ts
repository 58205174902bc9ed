/** Decides whether the command line writes colors. */

/**
 * https://no-color.org: a NO_COLOR that is not empty turns colors off. FORCE_COLOR turns them on, which logs of continuous integration
 * can show, and `0` or `false` turns them off. Otherwise a terminal has colors, unless it says that it is dumb.
 * @param isTerminal Whether standard output is a terminal.
 */
export function showsColor(
  { NO_COLOR: off = '', FORCE_COLOR: on = '', TERM: terminal }: NodeJS.ProcessEnv,
  isTerminal: () => boolean,
): boolean {
  if (off !== '') return false;
  if (on !== '') return on !== '0' && on !== 'false';
  return terminal !== 'dumb' && isTerminal();
}
