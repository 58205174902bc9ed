/** Says which files and folders a search left out. */
import type { LeftOut } from './find';
import { counted, printable } from './printable';

/** Lines that are shown; the rest is counted. */
const SHOWN = 20;

/** A few lines for people; empty when nothing was left out. */
export function leftOutText(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const lines = leftOut.slice(0, SHOWN).map(({ path, why }) => `  ${printable(`${path}: ${why}`)}`);
  const more = leftOut.length > SHOWN ? [`  and ${leftOut.length - SHOWN} more`] : [];
  const head = `${counted(leftOut.length, 'path')} left out; name a path to include it:`;
  return `${[head, ...lines, ...more].join('\n')}\n`;
}
