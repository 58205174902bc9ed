/** The parts of the name of an agent: what comes from its plugin, and what a person can change. */
import { slugOf } from '../../text/paths';
import { type Span, span } from '../../text/span';
import { decoded } from '../../text/uri';
import type { Mention } from '../../workspace/calls';
import type { Card } from '../../workspace/card';

export interface AgentName {
  /** What the host puts before the name: `plugin:folder:`, or nothing. */
  readonly prefix: string;
  /** The part that the file says, in its frontmatter or as its own name. */
  readonly own: string;
}

/** The name of an agent; undefined when no part of it is in the file or its path, so that it cannot be changed there. */
export function nameOf({ name, written, path }: Card): AgentName | undefined {
  const own = written?.text ?? fileNameOf(path);
  if (name === undefined) return written === undefined ? undefined : { prefix: '', own };
  if (name.endsWith(own)) return { prefix: name.slice(0, -own.length), own };
  // A number may be written with more digits than the host shows.
  return written === undefined ? undefined : { prefix: name.slice(0, name.lastIndexOf(':') + 1), own };
}

/** The part of a call that is the agent's own name, and what stands before the new name if the prefix is not written there. */
export function ownPartOf({ name, span: whole }: Mention, { prefix }: AgentName): { span: Span; before: string } {
  let at = 0;
  for (let left = prefix.split(':').length - 1; left > 0; left--) {
    const colon = name.indexOf(':', at);
    if (colon < 0) return { span: whole, before: prefix };
    at = colon + 1;
  }
  return { span: span(whole.start + at, whole.end), before: '' };
}

/** The decoded name of a file without `.md`. */
export const fileNameOf = (path: string): string => decoded(path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, ''));

/**
 * The path of the file of an agent after the agent is renamed.
 * @returns undefined when the file does not bear the name, or cannot bear the new one.
 */
export function renamedPath({ path, written }: Card, { own }: AgentName, name: string): string | undefined {
  if (!path.endsWith('.md')) return undefined;
  const file = fileNameOf(path);
  if (file !== own && file !== slugOf(own)) return undefined;
  const isExact = file === own && isFileName(name);
  const wanted = isExact ? name : written === undefined ? undefined : slugOf(name);
  if (wanted === undefined || wanted === file) return undefined;
  const isUri = /^[a-z][a-z\d+.-]*:\/\//i.test(path);
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${isUri ? encodeURIComponent(wanted) : wanted}.md`;
}

/** Whether every file system takes the name. Half a surrogate pair cannot be part of a URI. */
const isFileName = (name: string): boolean =>
  name.length <= MAX_FILE_NAME && !/[\\/:*?"<>|\p{Cc}\p{Cs}]/u.test(name) && !/^[. ]|[. ]$/.test(name);

/** UTF-16 units. */
const MAX_FILE_NAME = 100;
