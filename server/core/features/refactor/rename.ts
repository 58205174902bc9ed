/** Renames an agent in all files that name it, from any of the places that do. */

import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { folderOf, lastNameOf } from '../../text/paths';
import type { Lines } from '../../text/source';
import { type Span, touches } from '../../text/span';
import { decoded } from '../../text/uri';
import type { Card } from '../../workspace/card';
import { isDeclared, isSameAgent } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { isSameTree } from '../../workspace/tree';
import { rangeIn } from '../ranges';
import { declaredAt, firstUnder } from '../system/understood';
import { nameOf, ownPartOf, splitFileName } from './agentName';
import type { Refusal } from './refusal';
import { type ChangedFile, isOwnReport, joined, type Renamed, type Renaming, renamedOf, renaming } from './renaming';

/** What decides how a renaming is written as an edit. */
export interface RenameOptions {
  /** Whether the editor takes edits of documents in an order, with their versions. */
  readonly ordered: boolean;
  /** Whether it renames files. */
  readonly renames: boolean;
  /** Whether it lets a person confirm an edit. */
  readonly confirms: boolean;
  /** The version of an open document; undefined for every other file. */
  readonly versionOf: (path: string) => number | undefined;
}

/** What a renaming starts from. */
interface Start {
  readonly target: Renamed;
  readonly span: Span;
  /** Of the file that the span is in. */
  readonly lines: Lines;
  readonly own: string;
}

/**
 * What would be renamed from an offset, and the name that it has; undefined when nothing there is the name of one agent.
 * @param file The file at hand, which `index` contains too; the path of a file of settings.
 */
export function prepareRenameAt(
  file: Ties | string,
  index: Index,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const start = startAt(file, index, offset);
  return start && { range: rangeIn(start.lines, start.span), placeholder: start.own };
}

/**
 * The edit that renames the agent at an offset, as one step for an editor to undo.
 * @param canMove Whether the host reads a file at a path as it reads the agent's.
 * @returns undefined when nothing there is the name of one agent.
 */
export function renameAt(
  file: Ties | string,
  index: Index,
  offset: number,
  newName: string,
  options: RenameOptions & { readonly canMove: (path: string) => boolean },
): WorkspaceEdit | Refusal | undefined {
  const start = startAt(file, index, offset);
  return start && renameOf(start.target, index, newName, options);
}

/** The same for the agent of a file, wherever its name is. */
export function renameOf(
  target: Renamed,
  index: Index,
  newName: string,
  options: RenameOptions & { readonly canMove: (path: string) => boolean },
): WorkspaceEdit | Refusal {
  const result = renaming(target, newName.trim(), index, (path) => options.renames && options.canMove(path));
  return 'refused' in result ? result : editOf(result, options);
}

/** The part of the name of an agent that can be changed; undefined when it is not in its file. */
export const ownNameOf = ({ card }: Ties): string | undefined => nameOf(card)?.own;

/** A file that a person renames. */
export interface MovedFile {
  readonly from: string;
  readonly to: string;
}

/** More files than a person renames one by one. */
const MAX_MOVED = 50;

/**
 * The edit that gives agents the new names of their files, before the files are renamed: of those that have the old name of the
 * file. Without a free and legal name nothing changes, because the file can have any name.
 * @returns undefined when there is nothing to change.
 */
export function editOfMoves(
  moves: readonly MovedFile[],
  index: Index,
  options: RenameOptions,
): WorkspaceEdit | undefined {
  const files = moves.slice(0, MAX_MOVED).flatMap(({ from, to }): readonly ChangedFile[] => {
    const target = index.ties(from);
    const now = target && nameOf(target.card);
    const before = target && splitFileName(target.card);
    if (target === undefined || before === undefined || now?.own !== before.own) return [];
    const file = decoded(lastNameOf(to));
    if (decodedFolder(from) !== decodedFolder(to) || !file.endsWith(before.ending || '.md')) return [];
    const name = file.slice(0, file.length - before.ending.length);
    const result = renaming(target, name, index, (path) => decoded(path) === decoded(to));
    return 'refused' in result ? [] : result.files;
  });
  return files.length === 0 ? undefined : editOf({ files: joined(files), moves: undefined }, options);
}

/** Editors and servers escape different characters. */
const decodedFolder = (path: string): string => decoded(folderOf(path));

function startAt(file: Ties | string, index: Index, offset: number): Start | undefined {
  if (typeof file === 'string') return startInSettings(file, index, offset);
  const { card, calls, reported, lines } = file;
  const around = index.around(card.path);
  if (around === undefined) return undefined;
  const now = nameOf(card);
  if (now !== undefined && card.written !== undefined && touches(card.nameSpan, offset))
    return { target: file, span: card.nameSpan, lines, own: now.own };
  if (
    now !== undefined &&
    reported !== undefined &&
    touches(reported.span, offset) &&
    isOwnReport(reported.name, card, now)
  )
    return { target: file, span: reported.span, lines, own: now.own };
  const call = calls.find(({ span }) => touches(span, offset));
  const found = call && around.agent(call.name);
  const target = found?.kind === 'one' ? knownAs(found.card, index) : undefined;
  const name = target && nameOf(target.card);
  return call && target && name && { target, span: ownPartOf(call, name).span, lines, own: name.own };
}

/** From the key of an agent in a file of settings. A key that switches a file off belongs to the agent of the file, too. */
function startInSettings(path: string, index: Index, offset: number): Start | undefined {
  const declared = declaredAt(path, offset, index);
  if (declared === undefined) return undefined;
  const { card } = declared;
  const first = firstUnder(card, index);
  const target = (isSameTree(first.tree, card.tree) ? knownAs(first, index) : undefined) ?? renamedOf(declared);
  const name = nameOf(target.card);
  if (name === undefined) return undefined;
  const { span } = ownPartOf({ name: card.written?.text ?? '', span: card.nameSpan }, name);
  return { target, span, lines: card.lines, own: name.own };
}

/** What is known of the agent of a card. */
function knownAs(card: Card, index: Index): Renamed | undefined {
  const declared = index.declared.find((one) => isDeclared(card) && isSameAgent(one.card, card));
  return declared === undefined ? index.ties(card.path) : renamedOf(declared);
}

/** Names the annotation of edits that a person confirms. */
const UNCERTAIN = 'uncertain';

function editOf({ files, moves }: Renaming, { ordered, confirms, versionOf }: RenameOptions): WorkspaceEdit {
  if (!ordered) return { changes: Object.fromEntries(files.map((file) => [file.path, textEdits(file, false)])) };
  const asks = confirms && files.some(({ changes }) => changes.some(({ isCertain }) => !isCertain));
  return {
    documentChanges: [
      ...files.map((file) => ({
        textDocument: { uri: file.path, version: versionOf(file.path) ?? null },
        edits: [...textEdits(file, confirms)],
      })),
      // Last, because the edits name the file as it is before.
      ...(moves === undefined
        ? []
        : [
            {
              kind: 'rename' as const,
              oldUri: moves.from,
              newUri: moves.to,
              options: { ignoreIfExists: !moves.givesName },
            },
          ]),
    ],
    ...(asks
      ? {
          changeAnnotations: {
            [UNCERTAIN]: {
              label: 'Names that may mean something else',
              description: 'in an example, or in a rule against calling the agent',
              needsConfirmation: true,
            },
          },
        }
      : {}),
  };
}

const textEdits = ({ lines, changes }: ChangedFile, confirms: boolean) =>
  changes.map(({ span, newText, isCertain }) => ({
    range: rangeIn(lines, span),
    newText,
    ...(confirms && !isCertain ? { annotationId: UNCERTAIN } : {}),
  }));
