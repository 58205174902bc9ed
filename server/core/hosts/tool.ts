/** The shape of what is known about the tools of a format: current, old and foreign names, and MCP names. */
import type { Evidence } from './field';

/** What a tool affects outside the conversation. */
export type ToolEffect = 'reads' | 'writes' | 'runs' | 'network' | 'delegates' | 'asks' | 'state' | 'output';

/**
 * What an agent can do with a tool, in the same words for every host, so that a list of tools can be written for another one. `write`
 * creates or replaces whole files; `edit` changes parts of existing ones.
 */
export type Ability =
  | 'read'
  | 'write'
  | 'edit'
  | 'run'
  | 'search-text'
  | 'find-files'
  | 'list-folder'
  | 'fetch'
  | 'search-web'
  | 'delegate'
  | 'todo'
  | 'skill'
  | 'notebook'
  | 'ask';

/** Where a subagent has the tool: always, only in the foreground, only in plan mode, or never. */
export type Availability = 'always' | 'foreground' | 'plan-mode' | 'never';

export interface Tool {
  readonly summary: string;
  readonly effect: ToolEffect;
  /** Whether it asks for permission before it acts; undefined when not documented. */
  readonly asks?: boolean;
  /** How a permission rule names an argument of it. */
  readonly argument?: string;
  /** Set when the argument names agents, which has a meaning of its own. */
  readonly argumentNames?: 'agents';
  readonly subagents: Availability;
  /** All that an agent can do with it, as far as other hosts have a tool for it too; left out for what only this host has. */
  readonly gives?: readonly Ability[];
  /** Set for a name that also gives what `gives` has no words for, so that it is never chosen for an agent of another host. */
  readonly givesMore?: true;
  readonly note?: string;
  /**
   * A tool that does the work of this one. An agent gets this one as a tool of its own only when it is listed and the other
   * one is not.
   */
  readonly foldedInto?: string;
  /** The tools that an agent gets for this name, where it is not this one alone. */
  readonly expandsTo?: readonly string[];
  /** How the tool is turned on, after "only", where the host does not give it by default. */
  readonly offByDefault?: string;
  /** The key of the host's permissions that decides about it, where that is not its name. */
  readonly permission?: string;
  /** A tool whose denial also denies this one. */
  readonly deniedWith?: string;
  readonly since?: string;
  /** Undocumented or internal tools are accepted but not offered; legacy ones are offered last. */
  readonly status?: 'undocumented' | 'internal' | 'legacy';
  readonly evidence: Evidence;
}

/** A tool name that the host no longer has. */
export interface Retired {
  /** The tool that replaces it. */
  readonly replacement?: string;
  readonly state: 'alias works' | 'removed';
  /** As the end of a sentence: "removed …", "renamed …". */
  readonly when: string;
  readonly evidence: Evidence;
}

/** A tool name of another host, or of an MCP server, found in real files. */
export interface Foreign {
  /** What the tool belongs to, as the end of a sentence: "is a tool of …". */
  readonly product: string;
  /** The tool of this host that replaces it. */
  readonly replacement?: string;
  /** The MCP server it comes from, as people usually call it: the grant is then `mcp__<server>__<name>`. */
  readonly server?: string;
  /** Set when that product reads the same files, so that the name has to stay for it. */
  readonly isForBoth?: true;
}

/** How the host spells tools of MCP servers in a list. */
export interface McpNames {
  /** How all such names begin. */
  readonly prefix: string;
  /** Whether a name is one of these, where its beginning does not tell. */
  readonly isName?: (name: string) => boolean;
  /** How a person writes one, for messages: `mcp__<server>__<tool>`. */
  readonly spelled: string;
  /** The name of a tool of a server, or without a tool the name that means all of them. */
  readonly spell: (server: string, tool?: string) => string;
  /** The name of a server as the names of its tools contain it; left out where that is not known. */
  readonly inNames?: (server: string) => string;
  /**
   * The server, as such names contain it, and the tool in such a name; undefined for a name whose parts cannot be told, and left out
   * where none can.
   */
  readonly partsOf?: (name: string) => { readonly server: string; readonly tool: string | undefined } | undefined;
  /** Why a name with the prefix grants nothing, as the end of a sentence; undefined when it grants something. */
  readonly fault: (name: string) => string | undefined;
  /** A name in another host's spelling as this host spells it; undefined for every other name. */
  readonly respell?: (name: string) => string | undefined;
  /**
   * Whether a name in a text can only be a tool of a server, so that the text requires it; left out where no name is that clear.
   */
  readonly isTool?: (name: string) => boolean;
  /** Set when no such name ever grants anything: why, as a sentence. */
  readonly unavailable?: string;
  /** Whether a granted or denied name covers the tool or server that another one names. */
  readonly covers: (name: string, wanted: string) => boolean;
  /** Servers that people list by their bare name; lower case. */
  readonly knownServers: readonly string[];
}
