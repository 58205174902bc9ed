/** The agents that completion offers wherever one can be named. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { compare } from '../../text/sorted';
import type { Around } from '../../workspace/around';
import { scopes } from '../../workspace/tree';
import { describeAgent, type From } from '../hover/describeName';
import type { AnyCard } from '../system/meaning';
import { tiesNow } from '../system/nameAt';
import { scopeLine } from '../system/places';
import { isOfferable } from './listItem';
import { markdown, order, type Request } from './request';

/** What is known around the agent; undefined while it is not in the index. */
export interface Known {
  readonly around: Around;
  readonly from: From;
}

export function knownAround({ agent, index }: Request): Known | undefined {
  const around = agent.path === undefined ? undefined : index?.around(agent.path);
  return around === undefined || index === undefined || agent.path === undefined
    ? undefined
    : { around, from: { path: agent.path, format: agent.format, index } };
}

/** More names than that are no help, and the order of items counts to 1,000. */
export const MOST_NAMES = 999;

/** The agents that can be called, by scope and name, then the built-in ones. `as` makes each an item, or leaves it out. */
export function agents(
  request: Request,
  taken: ReadonlySet<string>,
  isWritable: (name: string) => boolean,
  as: (name: string) => Partial<CompletionItem>,
): readonly CompletionItem[] {
  const known = knownAround(request);
  const self = request.agent.path;
  const named = (known?.around.agents() ?? []).flatMap((card) =>
    card.name === undefined || card.path === self ? [] : [{ name: card.name, card }],
  );
  const names = new Set(named.map(({ name }) => name));
  const own = known && tiesNow(request.agent)?.card.name;
  const { host, builtInAgents } = request.agent.format;
  const builtIn = builtInAgents.filter((name) => !names.has(name) && name !== own).toSorted(compare);
  return [
    ...named
      .toSorted((a, b) => scopeOrder(a.card) - scopeOrder(b.card) || compare(a.name, b.name))
      .map(({ name, card }) => ({
        name,
        detail: scopeLine(card),
        about: known && describeAgent(card, known.from),
      })),
    ...builtIn.map((name) => ({ name, detail: `built-in agent of ${host.name}`, about: undefined })),
  ]
    .filter(({ name }) => !taken.has(name) && isOfferable(name) && isWritable(name))
    .slice(0, MOST_NAMES)
    .map(({ name, detail, about }, i) => ({
      label: name,
      kind: CompletionItemKind.Class,
      detail,
      ...(about === undefined ? {} : { documentation: markdown(about) }),
      sortText: order(0, i),
      ...as(name),
    }));
}

/** The scopes in the order in which their names win. */
export const scopeOrder = ({ tree }: AnyCard): number => scopes.indexOf(tree.scope);
