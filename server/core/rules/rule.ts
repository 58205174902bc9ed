/** What a rule declares, what it may read, and what it returns. */

import { type Agent, readAgent } from '../agent/agent';
import type { TokenBudgets } from '../agent/tokenBudgets';
import type { Finding, NameKind } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import type { Evidence, Field, FieldRole } from '../hosts/field';
import type { Behavior, FileKind, Format, Permissions } from '../hosts/host';
import { defaultFormat, formatById, formats } from '../hosts/index';
import type { Reading } from '../hosts/reading';
import type { SectionSettings } from '../sectionKinds/profiles';
import type { ReportKeyKind } from '../sectionKinds/reportKeys';
import { type Span, span } from '../text/span';
import type { Around, AroundSkill } from '../workspace/around';
import { detect } from '../workspace/detect';
import { indexOf } from '../workspace/index';
import { indexedOf } from '../workspace/read';
import type { SkillFile } from '../workspace/skillCards';
import type { Ties } from '../workspace/ties';
import { type Workspace, workspaceWithout } from '../workspace/workspace';

/** An agent file as a test and as documentation of a rule. */
export interface Example {
  /** The file, with marks: carets and a rule id under a line expect a finding at exactly these UTF-16 columns. */
  readonly text: string;
  /** The text after the first fix of every finding has been applied. */
  readonly fixed?: string;
  /** Path of the file, `/` between names; the usual path of an agent file when omitted. */
  readonly path?: string;
  /** Id of the format that the file is read in; the first one when omitted. */
  readonly format?: string;
  /** How the file is written, where no format is named: the first format that is written so. */
  readonly notation?: 'toml';
  /** What the host does in this example, where the format of the example does something else. */
  readonly on?: Partial<Behavior>;
  /** Set for a host that takes maps of permissions and switches in `permission` and `switches`; the default host does not. */
  readonly takesPermissions?: true;
  /** The limit of the host for a file in bytes, where the example is above another one. */
  readonly maxBytes?: number;
  /** Set for instructions for a project: how many bytes of them the host reads. */
  readonly readsBytes?: number;
  /** How many tokens the descriptions of all agents may take before the host warns, where the example is above another number. */
  readonly warnsAbove?: number;
  /** How many characters of all skills the host tells its model, where the example is above another number. */
  readonly listsAtMost?: number;
  /** The text at which the host stops reading the frontmatter, where it reads only a part. */
  readonly readsUpTo?: string;
  /** The text of the manifest beside the folder; not known when omitted. */
  readonly manifest?: string;
  /** The texts of other files by their paths, spelled as `path` is; the rules about several files see only these. */
  readonly others?: Readonly<Record<string, string>>;
  /** Files that do not exist, spelled as `path` is; about all others nothing is known. */
  readonly absent?: readonly string[];
  /** The sections that the settings require; none when omitted. */
  readonly sections?: SectionSettings;
  /** The keys that the settings require in the completion report; none when omitted. */
  readonly reportKeys?: readonly string[];
  /** Set when the settings name every host; they name none when omitted. */
  readonly isForEveryHost?: true;
  /** The token budgets from the settings; none when omitted. */
  readonly tokens?: Partial<TokenBudgets>;
  /** What the settings require of comments that disable rules; nothing when omitted. */
  readonly suppressions?: { readonly requireReason: true };
}

/** What another rule reports, and where. */
export interface Raised {
  readonly rule: string;
  readonly span: Span;
}

/** What the rules that are on report before comments disable any of it. */
export interface RaisedBy {
  readonly findings: readonly Raised[];
  /** The ids of the rules that have reported all that they will. */
  readonly certain: readonly string[];
  /** The ids of those that may report more when all files have been read; a finding about them needs `unless`. */
  readonly later: readonly string[];
  /** Whether only rules in `later` may report more. */
  readonly isComplete: boolean;
}

/** What a rule may read besides the agent. */
export interface Context {
  /** What is known about other files. */
  readonly workspace: Workspace;
  /** The sections that the settings require. */
  readonly sections: SectionSettings;
  /** The keys that the settings require in the completion report, in their order. */
  readonly reportKeys: readonly ReportKeyKind[];
  /** The ids of all rules. */
  readonly ruleIds: readonly string[];
  /** The file as other hosts read it that the project is used with. */
  readonly otherReaders: readonly Agent[];
  /** What the other rules report. Empty until all of them ran. */
  readonly raised: RaisedBy;
  /** What the settings require of comments that disable rules. */
  readonly suppressions: { readonly requireReason: boolean };
  /** Whether the settings allow a name that is unknown. Only for findings about several names; others say so in `unknown`. */
  readonly isAllowed: (kind: NameKind, name: string) => boolean;
  /** How many tokens the parts of an agent may have. */
  readonly tokens: TokenBudgets;
}

/**
 * What a rule declares. A rule must not be asynchronous, read files, log, change the tree, know LSP, or search raw text for what the
 * tree contains. Its examples are its tests and its documentation.
 */
interface Declared {
  /** The name in settings, output and documentation, in kebab-case. */
  readonly id: string;
  /** The problem in four to seven words, as a heading. */
  readonly title: string;
  /** Why a person should care, in whole sentences and for every host; what one host does belongs in its notes. */
  readonly why: string;
  readonly severity: Severity;
  /** The version that has added it; left out for those of the first one, 0.1.0. */
  readonly since?: string;
  /** The kinds of files that it is about; left out for agents only. */
  readonly kinds?: readonly FileKind[];
  /** Set when the rule is about YAML, or about the dashes around it. */
  readonly yamlOnly?: true;
  readonly evidence?: Evidence;
  /** Set when it is about what a host makes of the file, so that it also runs for the other hosts that read the file. */
  readonly perReader?: true;
  /**
   * Set when it is about a single name that the host does not have. Of another reader than the main one that is nothing to act on:
   * a list has one spelling, and it is the main reader's.
   */
  readonly aboutNames?: true;
  /** Set when the rule asks about other files, so that its silence means nothing. */
  readonly asksAboutFiles?: true;
  /** Set when the rule needs what the others report, or is about comments: only a comment that names it disables it. */
  readonly runsLast?: true;
  /** Set when the rule also runs on a file that is too large to be read. No other rule does. */
  readonly checksSize?: true;
  /** Set for style that a whole collection may follow on purpose, so that a report says it once per folder. */
  readonly collective?: true;
  /** Set when a person must see what it reports, so that no limit on the number of findings hides it. */
  readonly isVital?: true;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

/** A rule about one file. */
export interface FileRule extends Declared {
  check(agent: Agent, context: Context): Iterable<Finding>;
}

/**
 * A rule about a file and the others around it. It sees what is kept of each file instead of its text, so that it runs again when
 * another file changes, without reading this one.
 */
export interface AcrossRule extends Declared {
  readonly asksAboutFiles: true;
  across(ties: Ties, around: Around): Iterable<Finding>;
}

/** The same about a skill or command, and the other files around it. */
export interface AcrossSkillsRule extends Declared {
  readonly asksAboutFiles: true;
  acrossSkills(skill: SkillFile, around: AroundSkill): Iterable<Finding>;
}

/**
 * A rule about hosts that the settings name and that do not read the file: it reports what other rules would say if they did, so that
 * the file works wherever it is copied.
 */
export interface PortabilityRule extends Declared {
  /** The ids of these rules; each with the roles of the fields that count, or `true` for all that it reports. */
  readonly gathers: Readonly<Record<string, readonly FieldRole[] | true>>;
}

export type Rule = FileRule | AcrossRule | AcrossSkillsRule | PortabilityRule;

/** Every kind of file, for rules about syntax and text that all of them have. */
export const everyKind: readonly FileKind[] = ['agent', 'skill', 'command', 'output-style', 'manifest'];

/** The kinds of files whose text a model reads. */
export const promptKinds: readonly FileKind[] = ['agent', 'skill', 'command', 'output-style'];

/** Whether a rule is about the files of a format. */
export const isAbout = ({ kinds = ['agent'], yamlOnly }: Rule, { kind = 'agent', notation }: Format): boolean =>
  kinds.includes(kind) && (yamlOnly !== true || notation === undefined);

/** Whether a rule is about the files around an agent. */
export const isAcross = (rule: Rule): rule is AcrossRule => 'across' in rule;

/** Whether a rule is about the files around a skill or command. */
export const isAcrossSkills = (rule: Rule): rule is AcrossSkillsRule => 'acrossSkills' in rule;

/** Whether a rule is about one file as the host reads it. */
export const isFileRule = (rule: Rule): rule is FileRule => 'check' in rule;

/** Whether a rule is about hosts that do not read the file. */
export const isPortability = (rule: Rule): rule is PortabilityRule => 'gathers' in rule;

/**
 * An example as the host reads it.
 * @param text Of the example, without marks.
 */
export function agentOfExample(example: Example, text: string, format: Format = formatOfExample(example)): Agent {
  const { path = '', manifest } = example;
  const { beside } = format;
  const within = beside === undefined ? path : path.slice(path.lastIndexOf(`/${beside.folder}/`) + 1);
  const membership = manifest === undefined ? undefined : beside?.membershipOf(manifest, within);
  return readAgent(text, format, example.path, membership);
}

/**
 * The other hosts' views of an example for which the settings name every host.
 * @param text Of the example, without marks.
 */
export function othersOfExample({ path, isForEveryHost }: Example, text: string, { format }: Agent): readonly Agent[] {
  if (path === undefined || isForEveryHost !== true) return [];
  return detect(path).flatMap((one) => (one.host.id === format.host.id ? [] : [readAgent(text, one, path)]));
}

/** The format that an example is read in. One that differs from a host's is not a host that we know, and has no name. */
export function formatOfExample({
  format: id,
  notation,
  on,
  maxBytes,
  readsBytes,
  warnsAbove,
  listsAtMost,
  readsUpTo,
  takesPermissions,
}: Example): Format {
  const written = notation === undefined ? undefined : formats.find((one) => one.notation === notation);
  const known = (id === undefined ? written : formatById(id)) ?? defaultFormat;
  const { readers } = known;
  const format: Format = {
    ...known,
    ...(maxBytes !== undefined && { maxBytes }),
    ...(readsBytes !== undefined && {
      kind: 'instructions',
      readsBytes: { max: readsBytes, setting: 'max_bytes' },
    }),
    ...(warnsAbove !== undefined &&
      readers && { readers: { ...readers, purpose: { ...readers.purpose, warnsAbove } } }),
    ...(listsAtMost !== undefined && known.listing && { listing: { ...known.listing, maxCharacters: listsAtMost } }),
    ...(takesPermissions === true && withPermissions(known)),
    ...(readsUpTo !== undefined && { read: (file) => cut(known.read(file), file.source.text, readsUpTo) }),
  };
  return on === undefined && readsUpTo === undefined && readsBytes === undefined && takesPermissions !== true
    ? format
    : { ...format, host: { ...format.host, name: 'Example CLI' }, on: { ...format.on, ...on } };
}

/** The format with two more fields, which hold maps of its tools. */
function withPermissions({ fields, tools }: Format): Pick<Format, 'fields'> & { readonly permissions: Permissions } {
  const evidence: Evidence = { source: 'Example', checked: '2026-11-27', says: 'may' };
  const field: Omit<Field, 'role'> = {
    summary: 'What the agent may do.',
    shape: { kind: 'mapping' },
    onInvalid: 'ignores it',
    invalidSeverity: 'warning',
    example: '{}',
    evidence,
  };
  const maps: Readonly<Record<string, Field>> = {
    permission: { ...field, role: 'tool-permissions' },
    switches: { ...field, role: 'tool-switches' },
  };
  const keys = Object.fromEntries(Object.entries(tools).map(([name, { summary }]) => [name, { summary }]));
  return {
    fields: { ...fields, ...maps },
    permissions: { keys, switches: {}, denied: [], ofBuiltIn: {}, onUnknown: 'ignores it' },
  };
}

/** The reading of a host that stops at a text. */
function cut(reading: Reading, text: string, at: string): Reading {
  const start = text.indexOf(at);
  if (reading.kind !== 'read' || start < 0) return reading;
  const entries = reading.entries.filter(({ keySpan }) => keySpan.start < start);
  const end = text.slice(0, reading.closer.start).trimEnd().length;
  return { ...reading, entries, unread: span(start, Math.max(start, end)) };
}

/**
 * What is known of other files in an example.
 * @param text Of the example, without marks.
 */
export function workspaceOfExample({ absent = [], others = {}, path }: Example, text: string): Workspace {
  const texts = path === undefined ? others : { ...others, [path]: text };
  const presence = (file: string): 'present' | 'absent' | 'unknown' =>
    Object.hasOwn(texts, file) ? 'present' : workspaceWithout(absent).presence(file);
  const files: Workspace = { presence, manifest: (file) => (Object.hasOwn(texts, file) ? texts[file] : undefined) };
  const index = indexOf(Object.entries(texts).flatMap(([file, content]) => indexedOf(file, content, files)));
  return { ...files, around: index.around, aroundSkill: index.aroundSkill };
}
