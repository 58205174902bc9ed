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

/** The folder that all projects are in, so that equal names in several of them can be told apart. */
export function projectsRoot(cards: readonly AnyCard[]): string | undefined {
  const [first, ...others] = [...new Set(cards.filter(isOfProject).map(({ tree }) => tree.home))];
  return others.reduce<string | undefined>(
    (root, home) => (root === undefined ? undefined : sharedFolder(root, home)),
    first,
  );
}

const isOfProject = ({ tree }: AnyCard): boolean => tree.scope === 'project';

function sharedFolder(one: string, other: string): string {
  const [names, others] = [one.split('/'), other.split('/')];
  const end = names.findIndex((name, i) => name !== others[i]);
  return names.slice(0, end < 0 ? names.length : end).join('/');
}

/**
 * The scope and the folder of a file: `project · .claude/agents`.
 * @param root What the folder of a project is relative to; what its tree is for when omitted.
 */
export function scopeLine({ path, tree }: AnyCard, root = tree.home): string {
  const home = tree.scope === 'project' ? root : tree.home;
  const folder = shortPath(path, `${home}/x`).split('/').slice(0, -1).join('/');
  return asLine(folder === '' ? tree.scope : `${tree.scope} · ${folder}`, MAX_TITLE);
}
