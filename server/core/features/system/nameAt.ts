/** Finds the names of agents, skills and MCP servers in a file: what all features about several files begin with. */
import type { Agent } from '../../agent/agent';
import { entryByRole } from '../../agent/fields';
import { lazyFor } from '../../text/lazy';
import { type Span, touches } from '../../text/span';
import { type Ties, tiesOf } from '../../workspace/ties';
import type { Workspace } from '../../workspace/workspace';

/** A name at a place in a file. */
export interface Named {
  readonly kind: 'agent' | 'skill' | 'server';
  /** As it is written; of a server as the names of its tools contain it. */
  readonly name: string;
  readonly span: Span;
  /** `own`: the name is declared here. `report`: the agent of the completion report. `call`: everything else in the body or a list. */
  readonly at: 'own' | 'report' | 'call';
  /** Whether the frontmatter contains it, so that it has an effect on the agent. */
  readonly isInFrontMatter: boolean;
  /** Whether the agent is told to use it: not in an example, and not negated. */
  readonly isAsked: boolean;
  /** Whether it is a word of the text, which may be something else when nothing has this name. */
  readonly isWord?: boolean;
  /** The tool of a server; undefined where all of them are meant. */
  readonly tool?: string | undefined;
}

/** Where names are does not depend on what is known of other files. */
const anyWorkspace: Workspace = { presence: () => 'present', manifest: () => undefined };

/** What the open text says about others; undefined for a text without a path, and where files do not find each other. */
export const tiesNow = lazyFor((agent: Agent): Ties | undefined => tiesOf(agent, anyWorkspace));

/** The name at `offset`; undefined where there is none. */
export const nameAt = (agent: Agent, offset: number): Named | undefined =>
  namesIn(agent).find(({ span }) => touches(span, offset));

/** All names in the open text, those that it declares first. */
export const namesIn = lazyFor((agent: Agent): readonly Named[] => {
  const ties = tiesNow(agent);
  return ties === undefined ? [] : [...serversDeclaredIn(agent), ...namesOf(ties)];
});

/** The names in a file of which only the ties are kept: all but the servers that it declares for itself. */
export function namesOf({ card, calls, reported, skills, servers }: Ties): readonly Named[] {
  const isWritten = card.name !== undefined && card.nameSpan.end > 0;
  const named = (kind: Named['kind'], { name, span }: Pick<Named, 'name' | 'span'>): Named => ({
    kind,
    name,
    span,
    at: 'call',
    isInFrontMatter: false,
    isAsked: true,
  });
  return [
    ...(isWritten
      ? [{ ...named('agent', { name: card.name, span: card.nameSpan }), at: 'own', isInFrontMatter: true } as const]
      : []),
    ...calls.map((call) => ({
      ...named('agent', call),
      isInFrontMatter: call.form === 'list',
      isAsked: call.isAsked,
      isWord: call.form === 'word',
    })),
    ...(reported === undefined ? [] : [{ ...named('agent', reported), at: 'report' } as const]),
    ...skills.map((use) => ({ ...named('skill', use), isInFrontMatter: use.in === 'field' })),
    ...servers.map((use) => ({
      ...named('server', { name: use.server, span: use.span }),
      isInFrontMatter: use.in !== 'body',
      tool: use.tool,
    })),
  ];
}

/** The keys under which the agent defines servers for itself. */
function serversDeclaredIn(agent: Agent): readonly Named[] {
  const value = entryByRole(agent, 'servers')?.value;
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap(({ value: item }): readonly Named[] =>
    item.kind === 'mapping'
      ? item.entries.slice(0, 1).map(({ key, keySpan }) => ({
          kind: 'server',
          name: agent.format.mcp.inNames?.(key) ?? key,
          span: keySpan,
          at: 'own',
          isInFrontMatter: true,
          isAsked: true,
        }))
      : [],
  );
}
