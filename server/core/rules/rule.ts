/** The frame of a rule: what it declares, what it may see, what it may answer. */

import type { Agent } from '../agent/agent';
import type { TokenBudgets } from '../agent/tokenBudgets';
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import type { Evidence } from '../hosts/field';
import type { Behavior, Format } from '../hosts/host';
import { defaultFormat, formatById } from '../hosts/index';
import type { SectionSettings } from '../sectionKinds/profiles';
import type { ReportKeyKind } from '../sectionKinds/reportKeys';
import type { Workspace } from '../workspace/workspace';

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
  readonly format?: string;
  /** What the host does in this example, where the format of the example does something else. */
  readonly on?: Partial<Behavior>;
  /** Files that are not there, spelled as `path` is; of all others nothing is known. */
  readonly absent?: readonly string[];
  /** The sections that the settings ask for; none when omitted. */
  readonly sections?: SectionSettings;
  /** The keys that the settings ask for in the completion report; none when omitted. */
  readonly reportKeys?: readonly string[];
  /** The budgets that the settings set; none when omitted. */
  readonly tokens?: Partial<TokenBudgets>;
}

/** What a rule may see besides the agent. */
export interface Context {
  /** What is known of other files. */
  readonly workspace: Workspace;
  /** The sections that the settings require. */
  readonly sections: SectionSettings;
  /** The keys that the settings require in the completion report, in their order. */
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
  check(agent: Agent, context: Context): Iterable<Finding>;
}

/** The format that an example is read in. One that differs from a host's is no host that we know, and has no name. */
export function formatOfExample({ format: id, on }: Example): Format {
  const format = (id === undefined ? undefined : formatById(id)) ?? defaultFormat;
  return on === undefined
    ? format
    : { ...format, host: { ...format.host, name: 'This host' }, on: { ...format.on, ...on } };
}
