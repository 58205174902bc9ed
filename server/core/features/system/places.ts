/** Turns places in other files into locations, and says in a few words where such a file is. */
import type { Location } from 'vscode-languageserver-types';
import { shortPath } from '../../text/paths';
import type { Span } from '../../text/span';
import { asLine, MAX_TITLE } from '../../text/visible';
import { rangeIn } from '../ranges';
import type { AnyCard } from './meaning';

/** Where the name of a card is written. */
export const placeOf = ({ path, lines, nameSpan }: AnyCard): Location => ({
  uri: path,
  range: rangeIn(lines, nameSpan),
});

/** A place in the file of a card, of which `lines` are known. */
export const placeIn = (path: string, lines: AnyCard['lines'], span: Span): Location => ({
  uri: path,
  range: rangeIn(lines, span),
});

/** The scope and the folder of a file: `project · .claude/agents`. The folder is relative to what the tree is for. */
export function scopeLine({ path, tree }: AnyCard): string {
  const folder = shortPath(path, `${tree.home}/x`).split('/').slice(0, -1).join('/');
  return asLine(folder === '' ? tree.scope : `${tree.scope} · ${folder}`, MAX_TITLE);
}
