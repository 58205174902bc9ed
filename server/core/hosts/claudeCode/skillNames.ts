/** Which words in a list of skills can never be the name of one. */

import type { NameFault } from '../field';

/** Why Claude Code finds no skill with this name, whatever skills there are; undefined when there may be one. */
export function skillNameFault(name: string): NameFault | undefined {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const last = parts.at(-1) ?? '';
  if (/[\t\r\n]/.test(name)) return { why: 'only commas and spaces separate names', joined: name.split(/\s+/) };
  if (name === '*') return { why: 'wildcards are not allowed' };
  if (parts.length > 1 && last.toLowerCase() === 'skill.md')
    return { why: 'a path is not a name', ...plain(parts.at(-2)) };
  if (name.startsWith('/') && parts.length === 1)
    return { why: 'the slash is not part of the name', ...plain(withoutEnding(last)) };
  if (/[/\\]/.test(name)) return { why: 'a path is not a name', ...plain(withoutEnding(last)) };
  if (/\.md$/i.test(name)) return { why: 'names of skills have no file extension', ...plain(withoutEnding(name)) };
  return undefined;
}

const withoutEnding = (name: string): string => name.replace(/\.md$/i, '');

/** The replacement, if it is a name that needs no quotes. */
const plain = (name: string | undefined): Pick<NameFault, 'instead'> =>
  name !== undefined && /^\w[\w:-]*$/.test(name) ? { instead: name } : {};
