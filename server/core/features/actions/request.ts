/** What the actions about findings depend on besides the text. */
import type { Agent } from '../../agent/agent';
import { type LintFinding, type LintOptions, lint, SEVERITIES } from '../../lint/lint';
import type { JsonObject } from '../../text/records';
import { overlaps, type Span } from '../../text/span';
import type { Links } from '../diagnostics';

export interface ActionRequest extends LintOptions, Links {
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
  /** Whether a person requested actions, or the editor did by itself, for example on save. */
  readonly invoked?: boolean;
  /** Whether the editor can create files. Without it, fixes that need a new file are left out. */
  readonly creates?: boolean;
  /** Whether the editor can ask a person to confirm an edit. */
  readonly confirms?: boolean;
  /** Whether the client has the commands of `commands.ts`. */
  readonly hasCommands?: boolean;
  /** The findings of the file, if they are known already. */
  readonly findings?: () => readonly LintFinding[];
  /** Names the document in `data` of actions whose edit takes long to find; they then have no edit until they are resolved. */
  readonly later?: JsonObject | undefined;
  /**
   * Names the document in `data` of actions that change the configuration file, whose text is read when one is chosen; left out where
   * that file cannot be read and created.
   */
  readonly configures?: JsonObject | undefined;
}

/** The findings that touch a range, the most severe ones first. */
export const findingsAt = (agent: Agent, range: Span, request: ActionRequest): readonly LintFinding[] =>
  findingsOf(agent, request)
    .filter(({ span, broken = span }) => overlaps(broken, range))
    .toSorted(bySeverity);

/** The findings of the file. */
export const findingsOf = (agent: Agent, request: ActionRequest): readonly LintFinding[] =>
  request.findings?.() ?? lint(agent, request).findings;

/** Editors list the fixes in this order; the sort is stable, so findings of one severity stay in the order of the text. */
const bySeverity = (a: LintFinding, b: LintFinding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
