/** Keeps relative links of a text working when it moves to another folder. */
import type { Inline } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { covers, type Span } from '../../text/span';
import { resolvePath, unescaped } from '../../text/uri';

/**
 * The edits of the links in `range`.
 * @param from Path or URI of the file; `to` that of the new one, spelled alike.
 * @returns undefined when a link cannot be written from there.
 */
export function movedLinks(
  inlines: readonly Inline[],
  range: Span,
  from: string,
  to: string,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { kind, text, span } of inlines) {
    if (kind !== 'link' || !covers(range, span)) continue;
    // A place in the same document, an address or an absolute path.
    if (/^[#/\\]|^[a-z][a-z\d+.-]*:/i.test(text)) {
      if (text.startsWith('#')) return undefined;
      continue;
    }
    const at = text.search(/[?#]/);
    const end = at < 0 ? text.length : at;
    const target = resolvePath(from, unescaped(text.slice(0, end)));
    if (target === undefined) return undefined;
    const newText = relative(to, target);
    // A plain path may need escapes that a URI has.
    if (/[\s()<>\\]/.test(newText)) return undefined;
    edits.push({ span, newText: newText + text.slice(end) });
  }
  return edits;
}

/** The way from the folder of one file to another file. */
function relative(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const names = to.split('/');
  let same = 0;
  while (same < folders.length && same < names.length - 1 && folders[same] === names[same]) same++;
  return [...folders.slice(same).map(() => '..'), ...names.slice(same)].join('/');
}
