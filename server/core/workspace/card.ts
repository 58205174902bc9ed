/** What is kept of every file of a workspace, so that others can refer to it: little enough to be kept for thousands. */
import type { Format } from '../hosts/host';
import type { SkillRead } from '../hosts/together';
import type { ScalarStyle } from '../syntax/tree';
import type { Lines } from '../text/source';
import type { Span } from '../text/span';
import type { Tree, Where } from './tree';

interface Place {
  /** Path or URI of the file. */
  readonly path: string;
  readonly tree: Tree;
  /** The lines up to the last span of the card. */
  readonly lines: Lines;
}

/** A value on its own, as YAML reads it, with the quotes that it is in. */
export interface Written {
  readonly text: string;
  readonly style: ScalarStyle;
}

/** An agent. */
export interface Card extends Place {
  readonly format: Format;
  /** The name under which the host knows it; undefined when it has none, or does not load. */
  readonly name: string | undefined;
  /** The name as it is written, or the start of the file. */
  readonly nameSpan: Span;
  /** What the frontmatter gives as the name; undefined when it gives none. */
  readonly written: Written | undefined;
  /** The description as it is written. */
  readonly purpose: string;
  readonly purposeSpan: Span;
  /** Whether other agents choose it by its description. */
  readonly isChosen: boolean;
  /** About how many tokens the name and description take. */
  readonly purposeTokens: number;
  /** The tools that it gets; undefined when nothing restricts them. */
  readonly tools: readonly string[] | undefined;
  /** The names of the agents that it calls, each once. */
  readonly calls: readonly string[];
  /** The names of the agents that its instructions tell it to start, each once. */
  readonly asks: readonly string[];
  /** Whether it loads, and gets a tool that starts agents. */
  readonly startsAgents: boolean;
  /** The top-level keys of its completion report, each once, in their order; empty without one that has a root key. */
  readonly reportKeys: readonly string[];
  /** Names of the MCP servers that it declares for itself. */
  readonly servers: readonly string[];
}

/** A skill, or a command that can be loaded as one. */
export interface SkillCard extends Place, SkillRead {
  readonly kind: 'skill';
  /** The id of the host that loads it. */
  readonly host: string;
  /** The number of its kind in the host's list: of one name in one tree, the lowest counts. */
  readonly rank: number;
}

/** A file of settings that changes what a session is told of skills. Nothing else is kept of it. */
export interface ListingCard extends Omit<Place, 'lines'> {
  readonly kind: 'listing';
}

/** A declaration of an MCP server outside of agents. */
export interface ServerCard extends Place {
  readonly kind: 'server';
  readonly name: string;
  /** What a plugin calls it, where the host makes another name of that. */
  readonly key?: string;
  readonly nameSpan: Span;
}

/** What files say about themselves, without what they say about others. */
export interface Cards {
  readonly agents: readonly Card[];
  readonly skills: readonly SkillCard[];
  readonly servers: readonly ServerCard[];
  readonly listings: readonly ListingCard[];
  readonly declared: readonly Card[];
  readonly where: Where;
}
