/** The parts of the name of an agent: what comes from its plugin, and what a person can change. */
import { isDeviceName, lastNameOf, slugOf } from '../../text/paths';
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
export function nameOf(card: Card): AgentName | undefined {
  const { name, written } = card;
  const own = written?.text ?? splitFileName(card).own;
  if (name === undefined) return written === undefined ? undefined : { prefix: '', own };
  if (name.endsWith(own)) return { prefix: name.slice(0, -own.length), own };
  // A number may be written with more digits than the host shows.
  return written === undefined ? undefined : { prefix: name.slice(0, name.lastIndexOf(':') + 1), own };
}

/** The part of a call that is the agent's own name, and what stands before the new name if the prefix is not written there. */
export function ownPartOf({ name, span: whole }: Mention, { prefix }: AgentName): { span: Span; before: string } {
  if (name.startsWith(prefix)) return { span: span(whole.start + prefix.length, whole.end), before: '' };
  let at = 0;
  for (let left = prefix.split(':').length - 1; left > 0; left--) {
    const colon = name.indexOf(':', at);
    if (colon < 0) return { span: whole, before: prefix };
    at = colon + 1;
  }
  return { span: span(whole.start + at, whole.end), before: '' };
}

/** The decoded name of a file without its ending, which is longer than `.md` where the agent's name leaves more out. */
export function splitFileName({ path, name = '' }: Pick<Card, 'path' | 'name'>): {
  readonly own: string;
  readonly ending: string;
} {
  const file = decoded(lastNameOf(path));
  const last = file.endsWith(END) ? file.length - END.length : file.length;
  for (let at = last; at > 0; at = file.lastIndexOf('.', at - 1)) {
    const own = file.slice(0, at);
    if (name.endsWith(own)) return { own, ending: file.slice(at) };
  }
  return { own: file.slice(0, last), ending: file.slice(last) };
}

const END = '.md';

/**
 * The path of the file of an agent after the agent is renamed.
 * @returns undefined when the file does not bear the name, or cannot bear the new one.
 */
export function renamedPath(card: Card, { own }: AgentName, name: string): string | undefined {
  const { path, written } = card;
  if (!path.endsWith(END)) return undefined;
  const { own: file, ending } = splitFileName(card);
  if (file !== own && file !== slugOf(own)) return undefined;
  const isExact = file === own && isFileName(name);
  const wanted = isExact ? name : written === undefined ? undefined : slugOf(name);
  if (wanted === undefined || wanted === file || isDeviceName(wanted)) return undefined;
  const isUri = /^[a-z][a-z\d+.-]*:\/\//i.test(path);
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${isUri ? encodeURIComponent(wanted) : wanted}${ending}`;
}

/** Whether every file system takes the name. Half a surrogate pair cannot be part of a URI. */
const isFileName = (name: string): boolean =>
  name.length <= MAX_FILE_NAME && !/[\\/:*?"<>|\p{Cc}\p{Cs}]/u.test(name) && !/^[. ]|[. ]$/.test(name);

/** UTF-16 units. */
const MAX_FILE_NAME = 100;
