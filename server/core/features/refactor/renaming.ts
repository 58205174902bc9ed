/** Finds every place that changes with the name of an agent. */
import { shortPath } from '../../text/paths';
import { quoted } from '../../text/quoted';
import type { Lines } from '../../text/source';
import type { Span } from '../../text/span';
import { decoded } from '../../text/uri';
import type { Card } from '../../workspace/card';
import { type Declared, isSameAgent } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import { isFoundBy } from '../../workspace/readers';
import type { Ties } from '../../workspace/ties';
import { isSameTree } from '../../workspace/tree';
import { type AgentName, nameOf, ownPartOf, renamedPath } from './agentName';
import { type Refusal, refusalOf } from './refusal';
import { callPlaces, fitsCall, inScalar } from './spelling';

/** A change of a file. */
export interface Change {
  readonly span: Span;
  readonly newText: string;
  /** Whether it certainly belongs to the renaming. The others are calls in examples, and calls that the agent must not make. */
  readonly isCertain: boolean;
}

export interface ChangedFile {
  readonly path: string;
  readonly lines: Lines;
  readonly changes: readonly Change[];
}

/** All that changes. */
export interface Renaming {
  /** The file of the agent first. */
  readonly files: readonly ChangedFile[];
  /** Where the file of the agent goes, and whether the agent has its name from there; undefined when it stays. */
  readonly moves: { readonly from: string; readonly to: string; readonly givesName: boolean } | undefined;
}

/** What has to be known of an agent to rename it. */
export type Renamed = Pick<Ties, 'card' | 'calls' | 'lines' | 'reported'>;

/** An agent that a file of settings declares. What its prompt says is not known. */
export const renamedOf = ({ card }: Declared): Renamed => ({
  card,
  calls: [],
  lines: card.lines,
  reported: undefined,
});

/**
 * What changes when an agent gets another name.
 * @param name The new name, without what the host puts before it.
 * @param canMove Whether the host reads a file at a path as it reads the agent's.
 */
export function renaming(
  target: Renamed,
  name: string,
  index: Index,
  canMove: (path: string) => boolean,
): Renaming | Refusal {
  const { card } = target;
  const now = nameOf(card);
  if (now === undefined) return { refused: 'The name of this agent is not in its file.' };
  if (name === now.own) return { files: [], moves: undefined };
  const refusal = refusalOf(name, card, now, index);
  if (refusal !== undefined) return refusal;
  const declared = declaredAs(card, index);
  if (declared.some(({ hasNameField }) => hasNameField))
    return { refused: 'The agent has a `name` field besides its key, and it is not known which of the two counts.' };
  const twins = declared.flatMap((one) => (isSameAgent(one.card, card) ? [] : [renamedOf(one)]));
  const own = ownChanges(target, name, now);
  if ('refused' in own) return own;
  const to = renamedPath(card, now, name);
  const givesName = card.written === undefined;
  const moves = to === undefined || !isFree(to, index) || !canMove(to) ? undefined : { from: card.path, to, givesName };
  if (moves === undefined && givesName)
    return { refused: `The agent has the name of its file, and ${quoted(name)} cannot be the name of this file.` };
  const files: ChangedFile[] = [];
  for (const ties of [target, ...index.agents.filter((other) => other.card.path !== card.path)]) {
    const calls = callChanges(ties, card, name, now, index);
    if ('refused' in calls) return calls;
    const changes = apart(ties === target ? [...own, ...calls] : calls);
    if (changes.length > 0) files.push({ path: ties.card.path, lines: ties.lines, changes });
  }
  for (const twin of twins) {
    // A key is the whole name, also what a file has from its folder.
    const changes = ownChanges(twin, now.prefix + name, now);
    if ('refused' in changes) return changes;
    files.push({ path: twin.card.path, lines: twin.lines, changes });
  }
  return { files: joined(files), moves };
}

/** The agents under this name in files of settings of the same tree: the host merges them with the agent, or it is one of them. */
function declaredAs({ name, written, format, tree }: Card, { declared }: Index): readonly Declared[] {
  const key = name ?? written?.text;
  return declared.filter(
    ({ card }) => card.written?.text === key && card.format.host === format.host && isSameTree(card.tree, tree),
  );
}

/** Each file once. */
export function joined(files: readonly ChangedFile[]): readonly ChangedFile[] {
  const byPath = new Map<string, ChangedFile>();
  for (const file of files) {
    const known = byPath.get(file.path);
    byPath.set(file.path, known === undefined ? file : { ...known, changes: [...known.changes, ...file.changes] });
  }
  return [...byPath.values()];
}

/** The changes of the name and the report in the file of the agent itself. */
export function ownChanges({ card, reported }: Renamed, name: string, now: AgentName): readonly Change[] | Refusal {
  const changes: Change[] = [];
  if (card.written !== undefined) {
    const newText = inScalar(name, card.written.style, false);
    if (newText === undefined)
      return { refused: 'The name is written in lines of its own. Write it after its key first.' };
    changes.push({ span: card.nameSpan, newText, isCertain: true });
  }
  if (reported !== undefined && isOwnReport(reported.name, card, now)) {
    // The report may be in a flow mapping, or in JSON.
    const newText = inScalar(reported.name === now.own ? name : now.prefix + name, reported.style, true);
    if (newText !== undefined) changes.push({ span: reported.span, newText, isCertain: true });
  }
  return changes;
}

/** Whether the report of an agent names the agent itself. */
export const isOwnReport = (name: string, card: Card, { own }: AgentName): boolean =>
  name === own || name === card.name;

/** The calls in one file that start the agent. */
function callChanges(
  { card, calls }: Renamed,
  target: Card,
  name: string,
  now: AgentName,
  index: Index,
): readonly Change[] | Refusal {
  const around = calls.length === 0 ? undefined : index.around(card.path);
  if (around === undefined || !isFoundBy(target, card.format.host)) return [];
  const changes: Change[] = [];
  for (const call of calls) {
    const found = around.agent(call.name);
    if (found.kind !== 'one' || !isSameAgent(found.card, target)) continue;
    if (!fitsCall(name, call.form))
      return {
        refused: `${quoted(name)} cannot be written in ${callPlaces[call.form]} of \`${shortPath(card.path, target.path)}\`, which calls this agent.`,
      };
    const { span, before } = ownPartOf(call, now);
    changes.push({ span, newText: before + name, isCertain: call.isAsked });
  }
  return changes;
}

/** Without those that touch what an earlier one changes: one place may be read in two ways. */
function apart(changes: readonly Change[]): readonly Change[] {
  let end = -1;
  return changes
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

const isFree = (path: string, { agents }: Index): boolean =>
  agents.every(({ card }) => decoded(card.path) !== decoded(path));
