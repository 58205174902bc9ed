/** References: every place in the workspace that uses the agent, skill or server whose name is at the cursor. */
import type { Location } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { Index } from '../../workspace/index';
import { rangeOf } from '../ranges';
import { cardsOf } from './meaning';
import { namesIn } from './nameAt';
import { placeOf } from './places';
import { understoodAt } from './understood';
import { placeOfUse, usesOf } from './uses';

/**
 * The uses of what the name at `offset` means, in all files of the index; of a tool of a server those of this tool.
 * @param declarations Whether the places where it is declared come first.
 */
export function referencesAt(agent: Agent, offset: number, index: Index, declarations: boolean): readonly Location[] {
  const found = understoodAt(agent, offset, index);
  if (found === undefined) return [];
  const { named, meaning } = found;
  const uses = usesOf(named, meaning, agent.format, index, agent).filter(
    (use) => named.tool === undefined || use.named.tool === named.tool,
  );
  const isOwnServer = meaning.kind === 'server' && meaning.isOwn;
  // Only the places to which the name leads declare it.
  const declared = meaning.kind === 'none' || isOwnServer ? [] : cardsOf(meaning).slice(0, DECLARED[meaning.kind]);
  const ownKeys = isOwnServer
    ? namesIn(agent).filter((one) => one.kind === 'server' && one.at === 'own' && one.name === named.name)
    : [];
  return [
    ...(declarations
      ? [
          ...declared.map(placeOf),
          ...ownKeys.map(({ span }) => ({ uri: agent.path ?? '', range: rangeOf(agent.file.source, span) })),
        ]
      : []),
    ...uses.map(placeOfUse),
  ];
}

/** How many of the files that share a name are what is used: the host loads one agent of a name. */
const DECLARED = { agent: 1, skill: 1, server: 1, ambiguous: Number.POSITIVE_INFINITY, 'built-in': 0 } as const;
