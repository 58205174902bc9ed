/** What the server answers about all agents of the workspace. Every text in it is one visible line. */

/** How the host treats an agent: see `state` in the list of the server. */
export type AgentState = 'loads' | 'losses' | 'fails' | 'taken' | 'unsure' | 'unknown';

/** Zero-based, as the protocol has them. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

export interface AgentRow extends Place {
  readonly name: string;
  readonly state: AgentState;
  readonly reason?: string;
  readonly winner?: Place;
  readonly model?: string;
  readonly tools?: number | 'every';
  readonly servers: number;
  readonly effects: readonly string[];
  readonly problems?: { readonly errors: number; readonly warnings: number };
  readonly canRename: boolean;
  /** Set for one that a file of settings declares: there is nothing below it. */
  readonly isDeclared?: true;
}

export interface SkillRow extends Place {
  readonly kind: 'skill' | 'command';
  readonly name: string;
  readonly description: string;
}

export interface Told {
  readonly tokens: number;
  readonly limit?: number;
}

export interface HostGroup {
  readonly id: string;
  readonly name: string;
  readonly told?: Told;
  readonly agents: readonly AgentRow[];
}

export interface ScopeGroup {
  readonly scope: 'project' | 'user' | 'plugin';
  /** URI of the folder, without a slash at its end. */
  readonly home: string;
  readonly hosts: readonly HostGroup[];
  readonly skills: readonly SkillRow[];
}

export interface AgentList {
  readonly groups: readonly ScopeGroup[];
  readonly total: number;
  readonly left: number;
  readonly told?: Told;
  readonly isComplete: boolean;
}

/** The answer to `agentAuthoring/agents`; `isSame` when the client has this state already. */
export type ListAnswer = { readonly state: string } & (
  | { readonly isSame: true }
  | ({ readonly isSame?: never } & AgentList)
);

export interface ToolPart {
  readonly name: string;
  readonly place: Place;
  readonly effect?: string;
  readonly state: 'given' | 'ignored' | 'withheld';
  readonly why?: string;
  readonly summary?: string;
}

export interface NamedPart {
  readonly name: string;
  readonly place: Place;
  readonly from: 'file' | 'own' | 'built-in' | 'unknown';
}

export interface Problem {
  readonly message: string;
  /** As the protocol has it: 1 for an error. */
  readonly severity: number;
  readonly code: string;
  readonly range: Range;
}

/** The answer to `agentAuthoring/agent`. */
export interface AgentParts {
  readonly tools: readonly ToolPart[];
  readonly inherits: boolean;
  readonly skills: readonly NamedPart[];
  readonly servers: readonly NamedPart[];
  readonly delegates: readonly NamedPart[];
  readonly callers: readonly NamedPart[];
  readonly problems: readonly Problem[];
  readonly tokens: { readonly description: number; readonly prompt: number };
}

export const requests = {
  list: 'agentAuthoring/agents',
  parts: 'agentAuthoring/agent',
  changed: 'agentAuthoring/agentsChanged',
  rename: 'agentAuthoring/renameAgent',
  duplicate: 'agentAuthoring/duplicateAgent',
} as const;
