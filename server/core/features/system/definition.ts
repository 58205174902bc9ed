/** Definition: where the agent, skill or server is declared whose name is at the cursor. */
import type { LocationLink } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { Index } from '../../workspace/index';
import { rangeOf } from '../ranges';
import { cardsOf, type Meaning } from './meaning';
import { type Named, namesIn } from './nameAt';
import { placeOf } from './places';
import { understoodAt } from './understood';

/**
 * The declarations that the name at `offset` leads to, the one that the host takes first. There are several where files share a
 * name, or where the name could mean several agents.
 */
export function definitionsAt(agent: Agent, offset: number, index: Index): readonly LocationLink[] {
  const found = understoodAt(agent, offset, index);
  if (found === undefined) return [];
  const { named, meaning } = found;
  const { source } = agent.file;
  const originSelectionRange = rangeOf(source, named.span);
  const own = ownDeclaration(agent, named, meaning);
  return [
    ...(own === undefined ? [] : [{ uri: agent.path ?? '', range: rangeOf(source, own.span) }]),
    ...cardsOf(meaning).map(placeOf),
  ].map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** The server that the agent defines for itself, in the open text. */
const ownDeclaration = (agent: Agent, { name }: Named, meaning: Meaning): Named | undefined =>
  meaning.kind === 'server' && meaning.isOwn
    ? namesIn(agent).find((one) => one.kind === 'server' && one.at === 'own' && one.name === name)
    : undefined;
