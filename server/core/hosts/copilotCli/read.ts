/** How Copilot CLI reads and loads an agent file, with the YAML of `libyaml.ts`. */

import type { AgentFile } from '../../syntax/tree';
import { lineFrom } from '../../text/lines';
import { lastNameOf } from '../../text/paths';
import { quoted } from '../../text/quoted';
import { hasMoreBytes } from '../../text/source';
import { span } from '../../text/span';
import { decoded } from '../../text/uri';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { readWithLibyaml } from '../libyaml';
import { faultOfFields, loadedWith, lost, textOf } from '../loading';
import { fieldsOf, type Obstacle, type Reading } from '../reading';
import { excessMarks, loneReturn, unseen } from '../unseen';
import type { LoadVerdict } from '../verdict';

/**
 * The block is between two lines of three dashes, and the first one begins the file. White space may follow the dashes. One byte
 * order mark is fine. Only a line feed ends a line.
 */
export function readAsCopilotCli({ source: { text }, frontMatter }: AgentFile): Reading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opener = dashesAt(text, start);
  if (opener === undefined) return unseen(obstacleIn(text));
  for (let at = opener.next; at < text.length; ) {
    const line = dashesAt(text, at);
    if (line !== undefined) {
      const closer = span(at, at + 3);
      return readWithLibyaml(text, span(opener.next, at), closer);
    }
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
  }
  // Lines that end in a lone CR have an end for us and none for the program.
  return unseen(frontMatter?.closer && loneReturn(frontMatter.closer));
}

/** The line at `at` where it is three dashes, with the offset of the next one; undefined for every other line. */
function dashesAt(text: string, at: number): { readonly next: number } | undefined {
  if (!text.startsWith('---', at)) return undefined;
  const end = text.indexOf('\n', at);
  const line = text.slice(at + 3, end < 0 ? text.length : end);
  // JavaScript counts the byte order mark to white space, and not the character for "next line".
  return /^[\s\u0085]*$/.test(line) && !line.includes('\uFEFF') ? { next: end < 0 ? text.length : end + 1 } : undefined;
}

/** Why the program does not see the block although the dashes are there. */
function obstacleIn(text: string): Obstacle | undefined {
  const marks = excessMarks(text, 1);
  const line = lineFrom(text, text.startsWith('\uFEFF') ? 1 : 0);
  const isDashes = text.slice(line.start, line.end) === '---';
  return marks ?? (isDashes && text[line.end] === '\r' ? loneReturn(span(line.start, line.end)) : undefined);
}

/**
 * The name that an agent has without a name of its own: its path below the folder of agents. Null without a path.
 * @param path Path or URI, `/` between names.
 */
function nameFrom(path: string | undefined): string | null {
  if (path === undefined) return null;
  const plain = path.includes('://') ? decoded(path) : path;
  const parts = plain.split(/(?:^|\/)agents\//);
  const below = (parts.length > 1 ? parts.slice(1).join('agents/') : lastNameOf(plain)) || plain;
  return below.replace(/(?:\.agent)?\.md$/, '').replaceAll('/', '--');
}

/** The verdict on an agent; undefined when the file alone does not decide. */
export function verdict(
  { source }: AgentFile,
  reading: Reading,
  format: Format,
  path: string | undefined,
): LoadVerdict | undefined {
  if (format.maxBytes !== undefined && hasMoreBytes(source, format.maxBytes))
    return lost('size', 'The file is too large, so it is skipped.', null);
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'unseen') return lost('not-an-agent', 'The file does not begin with frontmatter.', null);
  if (reading.kind !== 'read') return lost('yaml', 'The frontmatter is not valid YAML for this program.', null);
  const fields = fieldsOf(source.text, reading.entries);
  const name = textOf(fields.value('name')) || nameFrom(path);
  const fault = faultOfFields(fields, reading.entries, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  if (name !== null && format.builtInAgents.includes(name))
    return lost('name', `${quoted(name)} is a built-in agent, which is used instead.`, name);
  const { refused: _never, ...tools } = effectiveTools(fields, format);
  return loadedWith(name, tools);
}
