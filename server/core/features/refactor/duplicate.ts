/** Writes the file of an agent once more, under another name. */
import { applyEdits } from '../../text/edits';
import { isDeviceName, lastNameOf, slugOf } from '../../text/paths';
import { quoted } from '../../text/quoted';
import { decoded } from '../../text/uri';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { nameOf, renamedPath, splitFileName } from './agentName';
import { illegalName, type Refusal } from './refusal';
import { ownChanges } from './renaming';

/** A file to create. */
export interface Duplicate {
  readonly path: string;
  readonly text: string;
}

/** Numbers that are tried for a free name. */
const MOST_COPIES = 1_000;

/** A name for a copy that is free: `reviewer-2`; undefined when the name of the agent is not in its file. */
export function duplicateName(ties: Ties, index: Index): string | undefined {
  const now = nameOf(ties.card);
  if (now === undefined) return undefined;
  const base = now.own.replace(/-\d+$/, '');
  for (let number = 2; number < MOST_COPIES; number++)
    if (taken(`${base}-${number}`, ties, index) === undefined) return `${base}-${number}`;
  return undefined;
}

/**
 * The copy of an agent.
 * @param text The file as `ties` were read from it.
 * @param name Of the copy, without what the host puts before it.
 */
export function duplicateOf(ties: Ties, text: string, name: string, index: Index): Duplicate | Refusal {
  const now = nameOf(ties.card);
  if (now === undefined) return { refused: 'The name of this agent is not in its file.' };
  const refusal = illegalName(name, ties.card) ?? taken(name, ties, index);
  if (refusal !== undefined) return refusal;
  const changes = ownChanges(ties, name, now);
  if ('refused' in changes) return changes;
  return { path: copyPath(ties, name), text: applyEdits(text, changes) };
}

/** Where the copy goes: beside the agent, under its own name. */
function copyPath({ card }: Ties, name: string): string {
  const now = nameOf(card);
  const renamed = now && renamedPath(card, now, name);
  if (renamed !== undefined) return renamed;
  const { path } = card;
  const slug = slugOf(name) ?? '';
  const file = slug === '' || isDeviceName(slug) ? 'agent' : slug;
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${file}${splitFileName(card).ending || endingOf(path)}`;
}

const endingOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0] ?? '';

/** Why the name or the file of a copy is not free; undefined when both are. */
function taken(name: string, ties: Ties, index: Index): Refusal | undefined {
  const { card } = ties;
  const prefix = nameOf(card)?.prefix ?? '';
  const found = index.around(card.path)?.agent(prefix + name);
  const { host } = card.format;
  if (found !== undefined && found.kind !== 'none')
    return {
      refused:
        found.kind === 'built-in'
          ? `${quoted(name)} is taken: ${host.name} has a built-in agent ${quoted(found.name)}.`
          : `${quoted(name)} is taken: ${host.name} finds another agent under this name.`,
    };
  const path = decoded(copyPath(ties, name));
  return index.agents.some((other) => decoded(other.card.path) === path)
    ? { refused: `${quoted(lastNameOf(path))} exists already. Choose another name.` }
    : undefined;
}
