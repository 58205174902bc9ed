/** The shape of what is known about one host's agent files: fields, tools, values, and the evidence for each. */

/** Where a fact comes from and how far it reaches. */
export interface Evidence {
  /** A program with its version, or a document with its date. */
  readonly source: string;
  /** ISO date of the last look. */
  readonly checked: string;
  readonly says: 'must' | 'should' | 'may' | 'observed';
}

/** One allowed value, with what it means to a person choosing it. */
export interface Choice {
  readonly value: string;
  readonly summary: string;
  /** The value that this one is another spelling of. */
  readonly aliasOf?: string;
  /** For colours: roughly what it looks like, as `#RRGGBB`, so that a hex value can be led to the nearest choice. */
  readonly rgb?: string;
  /** For modes of permission: tools that can change files, and in this mode do so without asking. */
  readonly unasked?: readonly string[];
}

/** What the host reads out of a field's value. */
export type Shape =
  | {
      readonly kind: 'string';
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly forbidden?: readonly TextFault[];
    }
  | { readonly kind: 'flag' } // true or false, as YAML boolean or the same word as text
  | { readonly kind: 'integer'; readonly min: number }
  | {
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
      readonly anyCase?: boolean;
      readonly orInteger?: boolean;
      /** Values (lower case) that people write and the host refuses, with the choice that comes nearest. */
      readonly near?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'model' } // any text; `Dialect.models` holds what is known
  | { readonly kind: 'tools'; readonly only?: NamesIn } // comma text or list of tool names
  | { readonly kind: 'names'; readonly only?: NamesIn } // comma text or list of other names
  | { readonly kind: 'mapping' }
  | { readonly kind: 'sequence' };

/** The one spelling in which a field's names are known to be read; without it both are. */
export type NamesIn = 'text' | 'list';

/** A text that the host refuses in a field, by where the fault stands in it. */
export interface TextFault {
  readonly at: 'start' | 'anywhere';
  readonly text: string;
  readonly effect: string;
}

/** A value below a field: a map with known keys, a map with keys of the writer's own, a list, or one of some words. */
export type NestedShape =
  | { readonly kind: 'mapping'; readonly keys: Readonly<Record<string, NestedKey>> }
  | { readonly kind: 'named'; readonly summary: string; readonly value: NestedShape }
  | { readonly kind: 'sequence'; readonly item: NestedShape }
  | { readonly kind: 'word'; readonly choices: readonly Choice[] }
  | { readonly kind: 'free' };

export interface NestedKey {
  /** One sentence for completion and hover. */
  readonly summary: string;
  readonly value: NestedShape;
}

/** What a field is to the rules, so that they need not know its name. */
export type FieldRole = 'identity' | 'purpose' | 'allow' | 'deny' | 'model' | 'mode' | 'turns' | 'events' | 'servers';

/** What documents recommend for a text although no program insists. Lengths are in UTF-16 units, bounds included. */
export interface Advice {
  readonly minLength: number;
  readonly maxLength: number;
  /** Whether it should be lower-case letters and digits with single hyphens between. */
  readonly slug?: boolean;
  readonly evidence: Evidence;
}

export interface Field {
  /** One sentence for completion and hover. */
  readonly summary: string;
  /** Further sentences for the hover. */
  readonly details?: string;
  readonly role?: FieldRole;
  readonly shape: Shape;
  readonly required?: boolean;
  /** Texts to start from; `[words]` are places to fill in, and without the brackets a text is valid as plain YAML. */
  readonly templates?: readonly string[];
  /** What stands below a structured field, as far as completion and hover know it. */
  readonly nested?: NestedShape;
  /** What holds when the field is absent. */
  readonly default?: string;
  /** Version that introduced it, as far as known. */
  readonly since?: string;
  /** Undocumented fields are accepted without a finding and explained on hover, but not offered. */
  readonly undocumented?: boolean;
  /** What the host does with a value it cannot use, as the middle of a sentence: "the host …". */
  readonly onInvalid: string;
  /** Whether a bad value loses the agent (`error`) or only the field (`warning`). */
  readonly invalidSeverity: 'error' | 'warning';
  /** Where the field has no effect although it is read elsewhere, as the end of a sentence: "… is ignored in …". */
  readonly ignoredIn?: string;
  /** A value as a person would write it, valid YAML after `key: `. */
  readonly example: string;
  /** The value with which the field changes the situation that tools depend on. */
  readonly situation?: { readonly value: string; readonly effect: 'background' | 'plan' };
  /** Tools that a usable value adds to the allow list, whatever the list says. */
  readonly grants?: readonly string[];
  /** Set when only an agent that is run as the main session has a use for the field. */
  readonly mainSession?: boolean;
  /** For a text field: what is recommended without being enforced. */
  readonly advice?: Advice;
  readonly evidence: Evidence;
}

/** A key often written that the host does not know. */
export interface StrayField {
  /** The field that was meant, when renaming the key is what the writer wanted. */
  readonly meant?: string;
  /** Whose field it is, when another product has it. */
  readonly product?: string;
  /** What comes of it, as the end of a sentence: "`key` …". */
  readonly effect: string;
  /** `error` when the agent is lost or gets more than was written, `hint` for notes of whole collections. */
  readonly severity: 'error' | 'warning' | 'hint';
}

export type Effect = 'reads' | 'writes' | 'runs' | 'network' | 'delegates' | 'asks' | 'state' | 'output';

/** Where a subagent has the tool: always, only in the foreground, only in plan mode, or never. */
export type Availability = 'always' | 'foreground' | 'plan-mode' | 'never';

export interface Tool {
  readonly summary: string;
  readonly effect: Effect;
  /** Whether it asks for permission before it acts; undefined when not documented. */
  readonly asks?: boolean;
  /** How a permission rule names an argument of it. */
  readonly argument?: string;
  /** Set when the argument names agents, which has a meaning of its own. */
  readonly argumentNames?: 'agents';
  readonly subagents: Availability;
  readonly note?: string;
  /** A tool that does the work of this one when both are granted, so that this one is then not given. */
  readonly foldedInto?: string;
  /** A tool whose denial takes this one away too. */
  readonly deniedWith?: string;
  readonly since?: string;
  /** Undocumented or internal tools are accepted but not offered; legacy ones are offered last. */
  readonly status?: 'undocumented' | 'internal' | 'legacy';
  readonly evidence: Evidence;
}

/** A tool name that the host no longer has. */
export interface Retired {
  /** The tool that does its work now. */
  readonly replacement?: string;
  readonly state: 'alias works' | 'removed';
  /** As the end of a sentence: "removed …", "renamed …". */
  readonly when: string;
  readonly evidence: Evidence;
}

/** A tool name of another product, or of a shell, found in real files. */
export interface Foreign {
  /** Whose name it is, as a reader would say it. */
  readonly product: string;
  /** The tool of this host that does the same. */
  readonly replacement?: string;
  /** The MCP server it comes from, as people usually call it: the grant is then `mcp__<server>__<name>`. */
  readonly server?: string;
}

export interface Models {
  /** Offered first, in this order. */
  readonly aliases: readonly Choice[];
  /** Accepted but not offered. */
  readonly otherAliases: readonly string[];
  readonly ids: readonly string[];
  /** Full ids, and families whose dated ids (`<family>-20241022`) are all meant. */
  readonly retired: readonly string[];
  /** ISO dates on which entries of `retired` were switched off, as far as known. */
  readonly retiredOn?: Readonly<Record<string, string>>;
  /** How names of other vendors' models, or another product's names for a model, begin; lower case. */
  readonly foreignPrefixes: readonly string[];
}

/** What the host knows in a `hooks` field. */
export interface Hooks {
  readonly events: readonly Choice[];
  /** Events that guard tools: an entry of theirs that cannot be read loses the whole agent. */
  readonly guards: readonly string[];
  /** Each kind of hook with the keys it cannot do without. */
  readonly types: Readonly<Record<string, { readonly summary: string; readonly needs: readonly string[] }>>;
}

/** What a definition of an MCP server needs, by the way in which the server is reached. */
export interface Servers {
  /** The type of a definition that names none. */
  readonly implied: string;
  readonly types: Readonly<Record<string, { readonly summary: string; readonly needs: readonly string[] }>>;
}

/** Which model reads a text of an agent, and when. */
export interface Reader {
  /** A whole sentence. */
  readonly summary: string;
  /** What comes of the sum over all agents, as another sentence. */
  readonly together?: string;
  readonly evidence: Evidence;
}

/** All that is known about one host's agent files. Its tables are read with `lookup`, never with bare brackets. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** The program that reads the files, as messages name it. */
  readonly host: string;
  readonly version: string;
  /** Globs over paths with `/`: `**` for any folders, `*` within one name. */
  readonly files: readonly string[];
  /** When `files` alone does not tell: a folder of this name must be on the path, with this file beside it. */
  readonly beside?: { readonly folder: string; readonly file: string };
  /** What becomes of an agent whose header cannot be read, as the middle of a sentence: "the host …". */
  readonly lostFrontMatter: { readonly effect: string; readonly severity: 'error' | 'warning' };
  /** Who reads the field with the role `purpose`, and who the text below the header; left out where nobody has looked. */
  readonly readers?: { readonly purpose: Reader; readonly body: Reader };
  readonly fields: Readonly<Record<string, Field>>;
  /** Keys often written that the host does not know, with the field that was meant (or none). */
  readonly strayFields: Readonly<Record<string, StrayField>>;
  readonly tools: Readonly<Record<string, Tool>>;
  /** Usual lists of tools to start an agent with, the one that allows most first. */
  readonly toolSets: readonly (readonly string[])[];
  readonly retired: Readonly<Record<string, Retired>>;
  readonly foreign: Readonly<Record<string, Foreign>>;
  /** Programs of a shell that people list as if they were tools, and the tool that runs them. */
  readonly shell: { readonly tool: string; readonly programs: readonly string[] };
  /** Entry that means every tool. */
  readonly wildcard: string;
  /** Prefix of tools that come from MCP servers. */
  readonly mcpPrefix: string;
  /** Servers that people list by their bare name; lower case. */
  readonly knownMcpServers: readonly string[];
  /** Agents that the host brings along; a file of the same name replaces one. */
  readonly builtInAgents: readonly string[];
  readonly models: Models;
  readonly hooks?: Hooks;
  readonly servers?: Servers;
}
