/** The shape of what is known about one host's agent files: fields, tools, values, behavior, and the evidence for each. */
import type { NameSeparators } from '../syntax/lists/items';
import type { AgentFile } from '../syntax/tree';
import type { Effect } from './effect';
import type { Reading } from './reading';
import type { LoadVerdict } from './verdict';

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
      readonly pattern?: TextPattern;
      /** What the host's YAML makes of a plain text that is a string in YAML 1.2's core schema, as a noun; undefined for a string. */
      readonly otherType?: (plain: string) => string | undefined;
    }
  | { readonly kind: 'flag' } // true or false, as YAML boolean or the same word as text
  | { readonly kind: 'integer'; readonly min: number; readonly unquoted?: boolean } // `unquoted`: text in quotes is no number
  | { readonly kind: 'number' } // a number to YAML, fractions and infinity included
  | {
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
      readonly anyCase?: boolean;
      readonly orInteger?: boolean;
      /** Values (lower case) that people write and the host refuses, with the choice that comes nearest. */
      readonly near?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'model'; readonly text?: boolean } // any scalar, or with `text` a string; `Format.models` holds what is known
  | { readonly kind: 'tools'; readonly only?: NamesIn } // comma text or list of tool names
  | { readonly kind: 'names'; readonly only?: NamesIn } // comma text or list of other names
  | { readonly kind: 'mapping'; readonly of?: 'mapping' } // `of`: what each of its values must be
  | { readonly kind: 'sequence' };

/** What a text must look like. */
export interface TextPattern {
  readonly matches: (text: string) => boolean;
  /** What to write, as in "Write …". */
  readonly wanted: string;
}

/** The one spelling in which a field's names are known to be read; without it both are. */
export type NamesIn = 'text' | 'list';

/** A text that the host refuses in a field, by where the fault stands in it. */
export interface TextFault {
  readonly at: 'start' | 'anywhere' | 'whole';
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
  /** Set when a key without a value is as bad as a wrong value; otherwise the host takes the field as absent. */
  readonly refusesNull?: boolean;
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

/** A key often written that the host does not know. `effect` says what comes of it, as the end of a sentence: "`key` …". */
export type StrayField =
  /** Another name for a field of the host: renaming the key is what the writer wanted. */
  | {
      readonly kind: 'misspelled';
      readonly meant: string;
      readonly effect: string;
      readonly severity: 'error' | 'warning';
    }
  /** A field of another product; a hint where the name is also a common word. */
  | {
      readonly kind: 'foreign';
      readonly product: string;
      readonly effect: string;
      readonly severity: 'error' | 'warning' | 'hint';
    }
  /** A key of no product that looks as if it did something. */
  | { readonly kind: 'stray'; readonly effect: string; readonly severity: 'error' | 'warning' }
  /** A note that whole collections keep on purpose. */
  | { readonly kind: 'note'; readonly effect: string };

/** What a tool does to the world outside the conversation. */
export type ToolEffect = 'reads' | 'writes' | 'runs' | 'network' | 'delegates' | 'asks' | 'state' | 'output';

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

/** How frontmatter asks the host to check the completion report: the names of the parts, and the command that it runs. */
export interface ReportHook {
  /** The event under which the check is written. */
  readonly event: string;
  /** The events under which it may be. */
  readonly events: readonly string[];
  /** The key of the list in an entry of an event. */
  readonly list: string;
  /** The lines of the hook itself, each a key and its value. */
  readonly lines: readonly string[];
  /** The key that holds the command. */
  readonly command: string;
  /** What a command holds that runs the check, however the program is found (`npx …`, a path). */
  readonly run: string;
}

/** Which model reads a text of an agent, and when. */
export interface Reader {
  /** A whole sentence. */
  readonly summary: string;
  /** What comes of the sum over all agents, as another sentence. */
  readonly together?: string;
  readonly evidence: Evidence;
}

/** A program that reads agent files. */
export interface HostName {
  /** kebab-case, as output and settings name it. */
  readonly id: string;
  /** As messages name it. */
  readonly name: string;
  /** The version that its facts were taken from. */
  readonly version: string;
}

/** What a host does in the case that a rule reports, for the page of the rule. */
export interface RuleNote {
  /** Whole sentences. */
  readonly says: string;
  readonly evidence: Evidence;
}

/** A program with all kinds of files that it reads. */
export interface Host extends HostName {
  /** The most usual one first. */
  readonly formats: readonly Format[];
  /** By rule id, for rules about something that this host does. */
  readonly notes: Readonly<Record<string, RuleNote>>;
}

/** How the host spells tools of MCP servers in a list. */
export interface McpNames {
  /** How all such names begin. */
  readonly prefix: string;
  /** How a person writes one, for messages: `mcp__<server>__<tool>`. */
  readonly spelled: string;
  /** The name of a tool of a server, or without a tool the name that stands for all of them. */
  readonly spell: (server: string, tool?: string) => string;
  /** Why a name with the prefix grants nothing, as the end of a sentence; undefined when it grants something. */
  readonly fault: (name: string) => string | undefined;
  /** A name in another host's spelling as this host spells it; undefined for every other name. */
  readonly respell?: (name: string) => string | undefined;
  /** Whether a name stands for one tool of one server, so that a text that says it asks for that tool. */
  readonly isTool: (name: string) => boolean;
  /** Whether a granted or denied name covers the tool or server that another one names. */
  readonly covers: (name: string, wanted: string) => boolean;
  /** Servers that people list by their bare name; lower case. */
  readonly knownServers: readonly string[];
}

/** What the host does with what it cannot use. Field values have their own answer in the table of fields. */
export interface Behavior {
  /** With a file whose frontmatter it does not see or cannot read. */
  readonly noFrontMatter: Effect;
  readonly unknownField: Effect;
  readonly unknownTool: Effect;
  /** With a key that is written twice; `counts` is the one whose value it takes. */
  readonly duplicateKey: Effect & { readonly counts: 'first' | 'last' | 'none' };
  /** With a list of which no name is a tool; left out where the agent starts without tools. */
  readonly noToolLeft?: Effect;
  /** With a README among the agents; left out where it passes over files that are notes on purpose. */
  readonly note?: Effect;
  /** With an agent that has no text below its frontmatter; left out where that is fine. */
  readonly emptyBody?: Effect;
  /** With `${name}` in the body for another name than the `known` ones; left out where it is text like any other. */
  readonly unknownVariable?: Effect & { readonly known: readonly string[] };
}

/** One kind of file of one host: all that is known about it. Its tables are read with `lookup`, never with bare brackets. */
export interface Format {
  readonly id: string;
  readonly title: string;
  readonly host: HostName;
  /** Globs over paths with `/`: `**` for any folders, `*` within one name. */
  readonly files: readonly string[];
  /** File names that the host passes over, as globs of one name. */
  readonly skips?: readonly string[];
  /** When `files` alone does not tell: a folder of this name must be on the path, with this file beside it. */
  readonly beside?: { readonly folder: string; readonly file: string };
  readonly on: Behavior;
  /** Who reads the field with the role `purpose`, and who the text below the frontmatter; left out where nobody has looked. */
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
  /** What a pattern in parentheses after a tool name is: `ignored`, or part of a name that the host does not know. */
  readonly toolPatterns: 'ignored' | 'part of the name';
  /** Where the host splits a string, and each item of a sequence, into names. */
  readonly splitsNamesAt: NameSeparators;
  readonly mcp: McpNames;
  /** How the names of tools begin that a project adds by other means than MCP; all of them are accepted. */
  readonly projectTools?: readonly string[];
  /** Agents that the host brings along. */
  readonly builtInAgents: readonly string[];
  readonly models: Models;
  readonly hooks?: Hooks;
  readonly servers?: Servers;
  /** How the host is told to check the completion report; left out where it cannot be. */
  readonly reportHook?: ReportHook;
  /** Whether the host puts values in quotes and tries again when the frontmatter is not valid YAML. */
  readonly repairsYaml: boolean;
  /** Reads the frontmatter as the host does. */
  readonly read: (file: AgentFile) => Reading;
  /** Another format of the host that this reading calls for, where a field decides about the others; undefined for this one. */
  readonly variantFor?: (reading: Reading) => Format | undefined;
  /**
   * Says whether the host loads the file, and with which tools; undefined when that is not known.
   * @param path Path or URI of the file, `/` between names; a host may take the name from it.
   */
  readonly judge: (file: AgentFile, reading: Reading, path: string | undefined) => LoadVerdict | undefined;
}
