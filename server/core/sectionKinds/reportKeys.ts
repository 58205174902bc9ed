/** The keys of the completion report in the usual order, and what belongs in each. */

/** The root key of the report, by which programs find it in an answer. */
export const REPORT_ROOT = 'completion_report';

/** What is written above the template of a report, so that the agent fills it in. */
export const REPORT_REQUEST = 'Finish with this report:';

/** The key for the agent's name. */
export const REPORT_AGENT = 'agent';

/** The kind of section that is made for a report. */
export const NEW_REPORT_SECTION = 'response-format';

/** Kinds of section (`SectionKind.id`) that hold the template of the report. */
export const reportSections: readonly string[] = ['completion-report', NEW_REPORT_SECTION];

/** One key of the report. */
export interface ReportKeyKind {
  readonly key: string;
  /** Whether it takes a string or a list of strings. */
  readonly shape: 'text' | 'list';
  /** What belongs in it, one sentence. */
  readonly summary: string;
  /** What to write in a template, as a placeholder. */
  readonly place: string;
}

/** The keys (`ReportKeyKind.key`) that apply to every kind of agent. */
export const generalReportKeys: readonly string[] = [
  REPORT_AGENT,
  'files_modified',
  'changes_summary',
  'technical_decisions',
  'potential_issues',
  'testing_recommendations',
];

/** The key of this name in the catalogue; otherwise a string key about which only the name is known. */
export const reportKeyOf = (key: string): ReportKeyKind =>
  reportKeys.find((kind) => kind.key === key) ?? {
    key,
    shape: 'text',
    summary: 'A key of this repository.',
    place: key.replaceAll('_', ' ').trim() || key,
  };

/**
 * A report with these keys, as lines of YAML.
 * @param textOf What to write for a key, between double quotes.
 */
export const reportTemplate = (
  kinds: readonly ReportKeyKind[],
  textOf: (kind: ReportKeyKind, index: number) => string,
): readonly string[] => [
  `${REPORT_ROOT}:`,
  ...kinds.flatMap((kind, i) => {
    const value = `"${textOf(kind, i)}"`;
    return kind.shape === 'list' ? [`  ${kind.key}:`, `    - ${value}`] : [`  ${kind.key}: ${value}`];
  }),
];

export const reportKeys: readonly ReportKeyKind[] = [
  {
    key: REPORT_AGENT,
    shape: 'text',
    summary: 'The name of the agent, as in its frontmatter.',
    place: 'name',
  },
  {
    key: 'files_modified',
    shape: 'list',
    summary: 'The path of every file that was added, changed or deleted.',
    place: 'path',
  },
  {
    key: 'changes_summary',
    shape: 'text',
    summary: 'What was done, in a sentence or two.',
    place: 'what was done, in a sentence',
  },
  {
    key: 'technical_decisions',
    shape: 'list',
    summary: 'Each decision that may be questioned later, with its reason.',
    place: 'decision and reason',
  },
  {
    key: 'api_enhancements',
    shape: 'list',
    summary: 'Endpoints, validation rules and responses that were added or changed.',
    place: 'endpoint, rule or response',
  },
  {
    key: 'database_changes',
    shape: 'list',
    summary: 'Models, indexes, queries and migrations that were changed.',
    place: 'model, index or query',
  },
  {
    key: 'performance_optimizations',
    shape: 'list',
    summary: 'Each optimization with its effect, measured where possible.',
    place: 'optimization and effect',
  },
  {
    key: 'error_handling',
    shape: 'list',
    summary: 'Failures that are now handled, and what the caller sees.',
    place: 'failure and what the caller sees',
  },
  {
    key: 'documentation_updates',
    shape: 'list',
    summary: 'Documents, comments and API descriptions that were updated.',
    place: 'document',
  },
  {
    key: 'claudetask_integration',
    shape: 'list',
    summary: 'Task statuses and workflow steps that were updated in ClaudeTask.',
    place: 'status or step',
  },
  {
    key: 'potential_issues',
    shape: 'text',
    summary: 'What is open, risky or limited.',
    place: 'what is open or risky',
  },
  {
    key: 'testing_recommendations',
    shape: 'text',
    summary: 'What should be tested, and how.',
    place: 'what to test, and how',
  },
];
