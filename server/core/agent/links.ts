/** The links of a body that lead to files beside the document, and what to ask about them. */

import type { NamedPath } from '../hosts/host';
import type { AgentFile } from '../syntax/tree';
import { lastNameOf } from '../text/paths';
import type { Span } from '../text/span';
import { resolvePath, unescaped } from '../text/uri';

/** The largest number of links of one document that are checked. */
const MAX_LINKS = 100;

export interface LinkTarget {
  /** The target as written. */
  readonly span: Span;
  readonly text: string;
  /** What it may lead to, spelled as the path of the document is: from the document's folder, and from the root. */
  readonly leadsTo: readonly string[];
}

/**
 * The links that certainly mean a file or folder, in file order, at most 100. Links in code, examples and templates are left out,
 * and so are placeholders.
 * @param path Path or URI of the document, `/` between names; without one there are no links.
 * @param root The folder from which people also write paths, as the repository's; undefined when it is not known.
 */
export function linksIn(
  file: AgentFile,
  path: string | undefined,
  root: string | undefined,
  isNonInstructional: (offset: number) => boolean,
): readonly LinkTarget[] {
  if (path === undefined) return [];
  const found: LinkTarget[] = [];
  for (const { kind, text, span } of file.body.inlines) {
    if (found.length >= MAX_LINKS) break;
    if (kind !== 'link' || isNonInstructional(span.start)) continue;
    const target = beforeAny(unescaped(text), '?#');
    const leadsTo = namesFile(target) ? resolvePath(path, target) : undefined;
    if (leadsTo === undefined) continue;
    const fromRoot = root === undefined ? undefined : resolvePath(`${root}a.md`, target);
    found.push({ span, text, leadsTo: fromRoot === undefined ? [leadsTo] : [...new Set([leadsTo, fromRoot])] });
  }
  return found;
}

/** The same for paths that a file names, at most 100. */
export const targetsOf = (paths: readonly NamedPath[], path: string | undefined): readonly LinkTarget[] =>
  path === undefined
    ? []
    : paths.slice(0, MAX_LINKS).flatMap(({ span, text, target }) => {
        const leadsTo = resolvePath(path, target);
        return leadsTo === undefined ? [] : [{ span, text, leadsTo: [leadsTo] }];
      });

/** Whether it ends in `/` or has an extension, and has no placeholder in it. */
function namesFile(target: string): boolean {
  if (target.startsWith('~') || PLACEHOLDERS.some((mark) => target.includes(mark)) || PATTERN.test(target))
    return false;
  const name = lastNameOf(target);
  const dot = name.lastIndexOf('.');
  return name === '' ? target !== '' : dot > 0 && dot < name.length - 1;
}

/** A date, or letters that stand for one or for a number, as in `YYYY-MM-DD.md` and `ADR-NNN.md`: an example of a name. */
const PATTERN = /(?<![A-Za-z])(?:Y{2,4}|M{2}|D{2}|H{2}|N{2,}|X{2,})(?![A-Za-z])|\d{4}-\d{2}-\d{2}/;

const PLACEHOLDERS = ['{', '}', '<', '>', '[', ']', '...', '…', '*', '$'];

function beforeAny(text: string, marks: string): string {
  let end = 0;
  while (end < text.length && !marks.includes(text.charAt(end))) end++;
  return text.slice(0, end);
}
