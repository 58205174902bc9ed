/** How a host puts many files together: where skills and servers are, and which name means which file. */
import type { AgentFile } from '../syntax/tree';
import type { NewFile } from '../text/edits';
import type { Span } from '../text/span';
import type { ListingPlace } from './told';
import type { LoadVerdict } from './verdict';

/** What a host reads in the file of a skill or command. */
export interface SkillRead {
  /** The names by which it can be loaded. Of two files with one name, that counts which has it as its first. */
  readonly names: readonly string[];
  /** Where the name is written, or else the start of the file. */
  readonly nameSpan: Span;
  /** As the host shows it; empty without one. */
  readonly description: string;
  /** Where the description is written, or else the start of the file. */
  readonly descriptionSpan: Span;
  /** UTF-16 units that its description takes in what the model of every session is told; 0 where it is not told of it. */
  readonly told: number;
  /** Whether the model is told of it and may start it. */
  readonly isOpen: boolean;
  /** Whether the host loads it only when a file of some path is in use. */
  readonly isGated: boolean;
  /** Set when the other files of its folder are no skills then. */
  readonly isFolder?: true;
}

/** What a new skill says. */
export interface SkillText {
  readonly name: string;
  /** On one line. */
  readonly description: string;
  /** Markdown, with a line end after its last line. */
  readonly body: string;
  readonly lineEnd: string;
}

/** One kind of file that names something an agent can load: a skill, or a command that is one. */
export interface SkillPlace {
  /** Globs over paths with `/`, as in `Format.files`. */
  readonly files: readonly string[];
  /** The folder that must have the manifest of a plugin beside it; left out where the path alone decides. */
  readonly pluginFolder?: string;
  /** The largest file that the host reads, in bytes; left out where it is that of agents. */
  readonly maxBytes?: number;
  /**
   * @param path Of the file.
   * @param prefix What the manifest puts before the name; empty without a manifest.
   * @returns undefined for a file that the host does not load as a skill.
   */
  readonly read: (file: AgentFile, path: string, prefix: string) => SkillRead | undefined;
}

/** An MCP server that a file declares. */
export interface ServerRead {
  readonly name: string;
  /** The key that is its name. */
  readonly span: Span;
  /** The key itself, where the host makes the name of it; left out where it is the name. */
  readonly key?: string;
}

/** One kind of file that declares MCP servers. */
export interface ServerPlace {
  readonly files: readonly string[];
  /** How many names of the path are below the folder that the file is for: 1 for a file right in it. */
  readonly depth: number;
  /** @param text Of the file; of any shape. */
  readonly read: (text: string) => readonly ServerRead[];
}

/** An agent that a file of settings declares. */
export interface DeclaredAgent {
  /** The key that is its name. */
  readonly name: string;
  /** Of the key, without its quotes. */
  readonly span: Span;
  /** As it is written; empty without one. */
  readonly description: string;
  readonly descriptionSpan: Span;
  /** Whether other agents choose it by its description. */
  readonly isChosen: boolean;
  /** Whether it has a `name` field besides its key. It is not known which of the two the host uses. */
  readonly hasNameField: boolean;
  /** As it is written; undefined without one. */
  readonly model: string | undefined;
  /** What the host makes of it; undefined where that is not known. */
  readonly verdict: LoadVerdict | undefined;
}

/** One kind of file of settings that declares agents. */
export interface AgentPlace {
  readonly files: readonly string[];
  /** How many names of the path are below the folder that the file is for: 1 for a file right in it. */
  readonly depth: number;
  /** @param text Of the file; of any shape, and perhaps not finished. */
  readonly read: (text: string) => readonly DeclaredAgent[];
}

/** How the agents, skills and servers of a host find each other. */
export interface Together {
  /** The folder of a project, and of the user, that contains the others. */
  readonly folder: string;
  /** Other folders of a project that do so too; left out where there are none. */
  readonly otherFolders?: readonly string[];
  /** The folders of the user that do so, from the home folder on; left out where it is the same name only. */
  readonly userFolders?: readonly string[];
  /** The environment variable that names another folder of the user; left out where none does. */
  readonly userFolderVariable?: string;
  /** The folders in it with files that have names. */
  readonly inner: readonly string[];
  /** Set when a session reads the folder that it runs in, and none above. */
  readonly readsOnlyOwnFolder?: true;
  /** Which of several agents of one tree with the same name is loaded, in the order of their paths; `all` where each name may be there more than once. */
  readonly winsInTree: 'first' | 'last' | 'all';
  /** Counts before the order of paths: of one tree, agents with the lowest number win. Left out where paths alone decide. */
  readonly rankInTree?: (path: string) => number;
  /** Set when agents of the user win over those of a project. */
  readonly userWins?: true;
  /** Set when agents of outer folders win over those of inner ones. */
  readonly outerWins?: true;
  /**
   * Set when agents of one name make one agent, if they are in different folders of the host or come with it: what the winner
   * leaves out counts from the others.
   */
  readonly merges?: true;
  /** The same for names that the host takes for one, even in the file of an agent; left out where only equal names are one. */
  readonly sameName?: (name: string) => string;
  /** The same for names that mean the same agent when no agent has exactly the name; left out where no other name does. */
  readonly foldName?: (name: string) => string;
  /** In what such names may differ, as a list of nouns. */
  readonly foldIgnores?: string;
  /**
   * Where agents are declared among other settings; of several places the first counts that a path fits. A file of an agent counts
   * before these. Left out where no settings declare agents.
   */
  readonly declared?: readonly AgentPlace[];
  /** Whether a subagent is told which agents it can start. */
  readonly subagentsSeeAgents: boolean;
  /** Set when `@agent-name` in a text means an agent. */
  readonly mentions?: true;
  /** The field of a call that names the agent, as it is written in examples; left out where it is not known. */
  readonly callArgument?: string;
  /** What makes a folder a plugin; left out where a host has none. */
  readonly plugins?: {
    /** The manifest, from the folder of the plugin on. */
    readonly file: string;
    /** What comes before the names of its parts; undefined for a plugin that is refused. */
    readonly prefixOf: (manifest: string) => string | undefined;
    /** Whether it is known which of several agents of one plugin with the same name is loaded. */
    readonly hasFixedWinner: boolean;
    /** The file in the folder of a plugin that declares its servers, beside those in the manifest; left out where none does. */
    readonly servers?: {
      readonly file: string;
      /**
       * The servers of a plugin, under the names that the host gives them; none for one that is refused.
       * @param text Of that file, or of the manifest itself.
       */
      readonly read: (text: string, manifest: string) => readonly ServerRead[];
    };
  };
  /** Left out where it is not known which skills there are; nothing is said about them then. */
  readonly skills?: readonly SkillPlace[];
  /** Where settings change what a session is told of skills; left out where none do. */
  readonly listing?: readonly ListingPlace[];
  /** Left out where it is not known which servers there are; nothing is said about them then. */
  readonly servers?: readonly ServerPlace[];
  /**
   * The file of a skill, with a path from the folder on that contains the host's folder, or from that of the plugin. Undefined for
   * a skill that the host would not load under its name.
   */
  readonly writtenSkill?: (skill: SkillText, isInPlugin: boolean) => NewFile | undefined;
  /** Skills and commands that come with the host, as far as they are known. */
  readonly builtInSkills?: readonly string[];
  /** The fields in the file of a skill that keep the model from it: always, or until a file of some path is in use. */
  readonly skillGates?: { readonly closed: string; readonly gated: string };
  /** Whether a server, as names contain it, is there without a file that declares it: from a plugin, an account or an editor. */
  readonly comesAlong?: (server: string) => boolean;
  /** The file that declares servers for a project, with one of this name in it; from the folder of the project on. */
  readonly newServers?: (name: string) => NewFile;
}
