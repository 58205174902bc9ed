/** What a host is, and what is known about each kind of file that it reads. */
import type { NameSeparators } from '../syntax/lists/items';
import type { Notation } from '../syntax/notation';
import type { AgentFile, Entry } from '../syntax/tree';
import type { Span } from '../text/span';
import type { ByteLimit } from './byteLimit';
import type { Choice } from './choice';
import type { Conversion } from './conversion';
import type { Creation } from './creation';
import type { Effect, Severity } from './effect';
import type { Evidence, Field, StrayField } from './field';
import type { Beside, Membership } from './membership';
import type { Models } from './models';
import type { NestedKey } from './nestedShape';
import type { Reading } from './reading';
import type { Starters } from './starters';
import type { Together } from './together';
import type { Listing, Reader } from './told';
import type { Foreign, McpNames, Retired, Tool } from './tool';
import type { LoadVerdict } from './verdict';

export type { Membership } from './membership';

/** What the host knows in a `hooks` field. */
export interface Hooks {
  readonly events: readonly Choice[];
  /** Events that guard tools: when one of their entries cannot be read, the agent does not load. */
  readonly guards: readonly string[];
  /** Events that an agent's hooks only get when the agent runs as the main session. */
  readonly mainSession: readonly string[];
  /** Events whose matchers are compared with names of tools. */
  readonly matchesTools: readonly string[];
  /** The key of the list of hooks in an entry of an event. */
  readonly list: string;
  /** Fields in which the host does not search for misplaced guards. */
  readonly unguarded: readonly string[];
  readonly types: Readonly<Record<string, Definition>>;
}

/** The MCP servers that an agent can define, by the way in which the server is reached. */
export interface Servers {
  /** The type of a definition that names none. */
  readonly implied: string;
  /** Names that the host keeps for itself: it skips a server with such a name. */
  readonly reserved: readonly string[];
  readonly types: Readonly<Record<string, Definition>>;
}

/** One kind of hook or server. */
export interface Definition {
  readonly summary: string;
  /** The keys that it cannot do without. */
  readonly needs: readonly string[];
  /** The values of its keys; other keys are allowed. */
  readonly keys: Readonly<Record<string, NestedKey>>;
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
  /** The key that contains the command. */
  readonly command: string;
  /** What a command contains that runs the check, however the program is found (`npx …`, a path). */
  readonly run: string;
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
  /** How its files find each other; left out where that is not known. */
  readonly together?: Together;
  /**
   * Files and folders, from the folder of a project on, that show that the project is used with this host: its settings, and the
   * folders of its own files. Left out where it counts as used only when the settings name it.
   */
  readonly signs?: readonly string[];
  /** By rule id, for rules about something that this host does. */
  readonly notes: Readonly<Record<string, RuleNote>>;
}

/** What the host does with what it cannot use. The table of fields says it for invalid values. */
export interface Behavior {
  /** With a file whose frontmatter it does not see or cannot read. */
  readonly noFrontMatter: Effect;
  readonly unknownField: Effect;
  readonly unknownTool: Effect;
  /** With a key that is written twice; `counts` is the one whose value it takes. */
  readonly duplicateKey: Effect & {
    readonly counts: 'first' | 'last' | 'none';
    /** Set when only the fields of the format are meant; the host does not look at other keys. */
    readonly onlyFields?: true;
  };
  /** With a list in which no name is a tool; left out where the agent starts without tools. */
  readonly noToolLeft?: Effect;
  /** With a list of allowed tools in which it finds no name; left out where the agent then gets no tool. */
  readonly emptyAllow?: Effect;
  /**
   * With an agent whose limits it does not find, because it reads only a part of frontmatter that is not valid YAML; left out where
   * it reads all or nothing of it.
   */
  readonly lostLimits?: Effect;
  /**
   * With a file that has no frontmatter at all, which may be a note beside the agents; left out where such a file is as bad as one
   * with broken frontmatter. `aside`: the severity where it most likely is a note: for a README, and in a folder below. Left out where
   * all files are alike.
   */
  readonly note?: Effect & { readonly aside?: Severity };
  /** With an agent that has no text below its frontmatter; left out where that is fine. */
  readonly emptyBody?: Effect;
  /** With a reference in the body that it refuses to fill in; left out where it is text like any other. */
  readonly refusedReference?: Effect & { readonly find: (body: string, path: string | undefined) => readonly Span[] };
  /** With an agent that has the name of one of its own; left out where the agent of the file replaces that one. */
  readonly builtInName?: Effect;
  /** With a body of fewer than `min` UTF-16 units, white space around it aside; left out where any length is fine. */
  readonly shortBody?: Effect & { readonly min: number };
  /** With `${name}` in the body for another name than the `known` ones; left out where it is text like any other. */
  readonly unknownVariable?: Effect & {
    readonly known: readonly string[];
    /** Set where a name cannot begin with a digit. */
    readonly isIdentifier?: true;
  };
}

/** How a host decides from maps of names which tools an agent gets. */
export interface Permissions {
  /** The keys that have an effect, tools without a key of their own left out; the most useful first. */
  readonly keys: Readonly<Record<string, PermissionKey>>;
  /** Other names for keys, which only the map of switches knows. */
  readonly switches: Readonly<Record<string, string>>;
  /** The keys that the host denies before it reads the file. */
  readonly denied: readonly string[];
  /** What it says about keys in agents that it brings along and a file changes, by the name of the agent. */
  readonly ofBuiltIn: Readonly<Record<string, readonly (readonly [key: string, action: 'allow' | 'deny'])[]>>;
  /** What the host does with a key that it does not know, as the middle of a sentence: "the host …". */
  readonly onUnknown: string;
}

export interface PermissionKey {
  /** One sentence for completion and hover. */
  readonly summary: string;
  /** Set when it takes one word only, and no map of patterns. */
  readonly isFlat?: true;
}

/** What a file defines; `settings` may define agents among other things. Rules about agents say nothing about the others. */
export type FileKind = 'agent' | 'skill' | 'command' | 'output-style' | 'manifest' | 'instructions' | 'settings';

/** A path in a file. */
export interface NamedPath {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  /** What it is from the folder of the file on. */
  readonly target: string;
}

/** One kind of file of one host: all that is known about it. Its tables are read with `lookup`, never with bare brackets. */
export interface Format {
  readonly id: string;
  readonly title: string;
  readonly host: HostName;
  /** Left out for an agent. */
  readonly kind?: FileKind;
  /** How values are written; left out for YAML frontmatter in Markdown. */
  readonly notation?: Exclude<Notation, undefined>;
  /** Parses a file that is not Markdown with frontmatter. Never throws. */
  readonly parse?: (text: string) => AgentFile;
  /** Globs over paths with `/`: `**` for any folders, `*` within one name. */
  readonly files: readonly string[];
  /** File names that the host skips, as globs of one name. */
  readonly skips?: readonly string[];
  /** Whether the host skips a file although its path matches; `/` between names. */
  readonly skipsPath?: (path: string) => boolean;
  /** When `files` alone does not tell: a folder of this name must be on the path, with this manifest beside it. */
  readonly beside?: Beside;
  /** What else must be so before the host uses a file that it loads, as a sentence; left out where nothing must. */
  readonly condition?: string;
  /** The largest file that the host reads, in bytes; left out where no limit is known. */
  readonly maxBytes?: number;
  /** How many bytes of the file the host reads at most; left out where it reads all of it. */
  readonly readsBytes?: ByteLimit;
  /** The file that the host reads in place of the one at `path`, where it is there; left out where none is. */
  readonly replacedBy?: (path: string) => string | undefined;
  readonly on: Behavior;
  /** Set where a file without any frontmatter is as good as one with. */
  readonly mayBePlain?: true;
  /** Who reads the field with the role `purpose`, and who the text below the frontmatter; left out where that is not known. */
  readonly readers?: { readonly purpose: Reader; readonly body: Reader };
  /** How much of all files like this one is told to the model; left out where no limit is known. */
  readonly listing?: Listing;
  readonly fields: Readonly<Record<string, Field>>;
  /** Keys often written that the host does not know, with the field that was meant (or none). */
  readonly strayFields: Readonly<Record<string, StrayField>>;
  readonly tools: Readonly<Record<string, Tool>>;
  /** Words that each stand for several tools when one of them is all that a field contains, as text. */
  readonly toolCategories?: Readonly<Record<string, readonly string[]>>;
  /** Templates for lists of tools, the one that allows most first. */
  readonly toolSets: readonly (readonly string[])[];
  /** Other current names of tools, each with the one in `tools`. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** Set when `spellings` are names of other hosts, which may read the same file and need them. */
  readonly spellingsAreShared?: true;
  readonly retired: Readonly<Record<string, Retired>>;
  readonly foreign: Readonly<Record<string, Foreign>>;
  /** Shell programs that people list as if they were tools, and the tool that runs them. */
  readonly shell: { readonly tool: string; readonly programs: readonly string[] };
  /** The tool that runs a skill by its name; left out where the host has none. */
  readonly skillTool?: string;
  /** Entry that means every tool; left out where none does. */
  readonly wildcard?: string;
  /** Whether the wildcard denies a tool; left out where a deny list with it denies nothing at all. */
  readonly wildcardDenies?: (tool: string) => boolean;
  /**
   * What a pattern in parentheses after a tool name is: `ignored`, part of a name that the host does not know, or what limits an
   * approval to some calls.
   */
  readonly toolPatterns: 'ignored' | 'part of the name' | 'limits an approval';
  /** Where the host splits a string, and each item of a sequence, into names. */
  readonly splitsNamesAt: NameSeparators;
  /** Set when the host takes the names of tools in any case; those in the tables are in lower case then. */
  readonly toolsInAnyCase?: true;
  readonly mcp: McpNames;
  /** Who may add a tool of this unknown name; undefined where that cannot be. */
  readonly mayAddTool?: (name: string) => string | undefined;
  /** Whether a listed name gives what another one stands for, where sets of tools share their members. */
  readonly alsoGives?: (listed: string, wanted: string) => boolean;
  /** How the names of tools begin that a project adds by other means than MCP; all of them are accepted. */
  readonly projectTools?: readonly string[];
  /** What the fields with the roles `switches` and `permissions` decide; left out for a host without them. */
  readonly permissions?: Permissions;
  /** Built-in agents of the host. */
  readonly builtInAgents: readonly string[];
  readonly models: Models;
  readonly hooks?: Hooks;
  readonly servers?: Servers;
  /** How the host is told to check the completion report; left out where it cannot be. */
  readonly reportHook?: ReportHook;
  /** Set when the host puts values in quotes and tries again where the frontmatter is not valid YAML. */
  readonly repairsYaml?: boolean;
  /** How an agent is written for the host; left out where that is not known. */
  readonly conversion?: Conversion;
  /** Who starts an agent; left out where other agents start each. */
  readonly starters?: Starters;
  /** How a new agent is made, where `conversion` does not say all of it. */
  readonly creation?: Creation;
  /** How the host reads frontmatter that is not valid YAML, after its name; left out where it repairs some, or reads none. */
  readonly readsBroken?: string;
  /** Reads the frontmatter as the host does. */
  readonly read: (file: AgentFile) => Reading;
  /** For a file that names others: their paths, with the places where they are written. */
  readonly pathsIn?: (entries: readonly Entry[]) => readonly NamedPath[];
  /** Another format of the host, where a field decides which fields are allowed; undefined for this one. */
  readonly variantFor?: (reading: Reading) => Format | undefined;
  /**
   * Says whether the host loads the file, and with which tools; undefined when that is not known.
   * @param path Path or URI of the file, `/` between names; a host may take the name from it.
   * @param membership What the manifest says about the file; undefined when it is not known, or there is none.
   */
  readonly judge: (
    file: AgentFile,
    reading: Reading,
    path: string | undefined,
    membership: Membership | undefined,
  ) => LoadVerdict | undefined;
}
