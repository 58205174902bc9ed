/** The frame of a rule: what it declares, what it may see, what it may answer. */
import type { Dialect, Evidence } from '../dialects/dialect';
import type { SectionSettings } from '../sections/profiles';
import type { ReportKeyKind } from '../sections/reportKeys';
import type { AgentFile } from '../syntax/tree';
import type { Edit } from '../text/edits';
import type { Span } from '../text/span';
import type { Workspace } from '../workspace/workspace';
import type { Facts } from './facts';
import type { TokenBudgets } from './tokenBudgets';

/**
 * What the host does decides: `error` when it does not load the file, refuses to start the agent, or gives it more than was
 * written; `warning` when something written has no effect or another one; `information` when it is worth knowing; `hint` for style.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A correction. Only safe ones (they change nothing that the host does with the file, or only what the writer surely meant) run on save. */
export interface Fix {
  /** An imperative sentence without a full stop, as an editor's menu shows it. */
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** One thing to say about one span. */
export interface Finding {
  readonly span: Span;
  /** What · why · do, in that order. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Replaces the rule's severity where the host treats one case differently. */
  readonly severity?: Severity;
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/**
 * A text with marks: a line of carets and a rule id under a line expects a finding at exactly these UTF-16 columns.
 * `fixed` is the text after the first fix of every finding has been applied.
 */
export interface Example {
  readonly text: string;
  readonly fixed?: string;
  /** Path of the file, `/` between names; a plain agent file when omitted. */
  readonly path?: string;
  /** Id of the dialect it is read as; the first one when omitted. */
  readonly dialect?: string;
  /** Files that are not there, spelled as `path` is; of all others nothing is known. */
  readonly absent?: readonly string[];
  /** The sections that the settings ask for; none when omitted. */
  readonly sections?: SectionSettings;
  /** The keys that the settings ask for in the completion report; none when omitted. */
  readonly reportKeys?: readonly string[];
  /** The budgets that the settings set; none when omitted. */
  readonly tokens?: Partial<TokenBudgets>;
}

export interface Context {
  readonly dialect: Dialect;
  /** What several rules ask about the file; ask here rather than find it out again. */
  readonly facts: Facts;
  /** What is known of other files. */
  readonly workspace: Workspace;
  /** The file's path or URI with `/` between names, for what depends on the file's own name only. */
  readonly path: string | undefined;
  /** The sections that the settings ask for. */
  readonly sections: SectionSettings;
  /** The keys that the settings ask for in the completion report, in their order. */
  readonly reportKeys: readonly ReportKeyKind[];
  /** How large the parts of an agent may be. */
  readonly tokens: TokenBudgets;
}

/**
 * A rule. It must not be asynchronous, read files, log, change the tree, know LSP, or search raw text for what the tree has.
 * Its examples are its tests and its documentation.
 */
export interface Rule {
  /** kebab-case, the name in settings, output and documentation. */
  readonly id: string;
  /** What is reported, as a heading. */
  readonly title: string;
  /** Why a person should care: what the host does. */
  readonly why: string;
  readonly severity: Severity;
  readonly evidence?: Evidence;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  check(file: AgentFile, context: Context): Iterable<Finding>;
}
