/** The links of a body that lead to files beside the document, and what to ask about them. */
import type { AgentFile } from '../syntax/tree';
import type { Span } from '../text/span';
import { resolvePath, unescaped } from '../text/uri';

/** The largest number of links of one document that are checked. */
const MAX_LINKS = 100;

export interface LinkTarget {
  /** The target as written. */
  readonly span: Span;
  readonly text: string;
  /** What it leads to, spelled as the path of the document is. */
  readonly leadsTo: string;
}

/**
 * The links that certainly mean a file or folder, in file order, at most 100. Links in code, examples and templates are left out,
 * and so are placeholders.
 * @param path Path or URI of the document, `/` between names; without one there are no links.
 */
export function linksIn(
  file: AgentFile,
  path: string | undefined,
  isNonInstructional: (offset: number) => boolean,
): readonly LinkTarget[] {
  if (path === undefined) return [];
  const found: LinkTarget[] = [];
  for (const { kind, text, span } of file.body.inlines) {
    if (found.length >= MAX_LINKS) break;
    if (kind !== 'link' || isNonInstructional(span.start)) continue;
    const target = beforeAny(unescaped(text), '?#');
    const leadsTo = namesFile(target) ? resolvePath(path, target) : undefined;
    if (leadsTo !== undefined) found.push({ span, text, leadsTo });
  }
  return found;
}

/** Whether it ends in `/` or has an extension, and has no placeholder in it. */
function namesFile(target: string): boolean {
  if (PLACEHOLDERS.some((mark) => target.includes(mark))) return false;
  const name = target.slice(target.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return name === '' ? target !== '' : dot > 0 && dot < name.length - 1;
}

const PLACEHOLDERS = ['{', '}', '<', '>', '[', ']', '...', '…', '*', '$'];

function beforeAny(text: string, marks: string): string {
  let end = 0;
  while (end < text.length && !marks.includes(text.charAt(end))) end++;
  return text.slice(0, end);
}
